package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What a hunt runs: a portable detection, or, where Sigma cannot say it, text that an analyst wrote per language. */
public sealed interface Logic {
    /**
     * A condition over one kind of event; portable.
     *
     * @param source which logs, where that says more than the kind: the operating system, or, for {@link EventKind#OTHER}, all
     */
    record Detection(EventKind kind, LogSource source, Condition condition) implements Logic {
        public Detection {
            requireNonNull(kind, "kind is null");
            requireNonNull(source, "source is null");
            requireNonNull(condition, "condition is null");
        }

        /** Over the log source that the kind is named after. */
        public Detection(EventKind kind, Condition condition) {
            this(kind, LogSource.of(kind), condition);
        }

        /** For people: the kind, or the log source where the kind says nothing. */
        public String events() {
            return kind == EventKind.OTHER ? source.toString() : kind.words();
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
