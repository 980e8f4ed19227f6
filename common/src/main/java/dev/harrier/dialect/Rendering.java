package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

/** What a dialect made of a hunt. */
public sealed interface Rendering {
    /**
     * The hunt, said exactly.
     *
     * @param text one statement, lines ended by {@code \n}, no trailing white space
     */
    record Rendered(String text) implements Rendering {
        public Rendered {
            requireNonNull(text, "text is null");
        }
    }

    /** The language, or this profile's tables, cannot say it exactly. The reason names what and, where there is one, the way out. */
    record Unsupported(String reason) implements Rendering {
        public Unsupported {
            requireNonNull(reason, "reason is null");
        }
    }
}
