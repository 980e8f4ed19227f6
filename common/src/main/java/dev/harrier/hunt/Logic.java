package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What a hunt runs: a portable detection, or, where Sigma cannot say it, text that an analyst wrote per language. */
public sealed interface Logic {
    /** A condition over one kind of event; portable. */
    record Detection(EventKind kind, Condition condition) implements Logic {
        public Detection {
            requireNonNull(kind, "kind is null");
            requireNonNull(condition, "condition is null");
        }
    }

    /**
     * Analyst-written queries by dialect name ({@code spl}, {@code kql}); never made from an article's text.
     *
     * @param kind the events it mainly reads, for coverage
     */
    record NativeQuery(EventKind kind, Map<String, String> textByDialect) implements Logic {
        public NativeQuery {
            requireNonNull(kind, "kind is null");
            textByDialect = Map.copyOf(textByDialect);
        }
    }

    /** The kind of event it reads. */
    EventKind kind();
}
