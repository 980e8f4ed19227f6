package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a dialect made of a hunt. */
public sealed interface Rendering {
    /**
     * The hunt, said exactly.
     *
     * @param text one statement, lines ended by {@code \n}, no trailing white space
     * @param lookups what it reads besides events; must be on the target before it runs there. Empty unless the profile asks for it,
     *     see {@link Dialect#withLookups}
     */
    record Rendered(String text, List<LookupTable> lookups) implements Rendering {
        public Rendered {
            requireNonNull(text, "text is null");
            lookups = List.copyOf(lookups);
        }

        /** A text that says all by itself. */
        public Rendered(String text) {
            this(text, List.of());
        }
    }

    /** The language, or this profile's tables, cannot say it exactly. The reason names what and, where there is one, the way out. */
    record Unsupported(String reason) implements Rendering {
        public Unsupported {
            requireNonNull(reason, "reason is null");
        }
    }
}
