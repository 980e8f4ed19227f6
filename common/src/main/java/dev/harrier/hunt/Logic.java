package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
     * Analyst-written queries by dialect name ({@code spl}, {@code kql}); never made from an article's text. One row of its result is
     * one hit. {@code {{name}}} in a text stands for a parameter, outside quotes: the dialect puts its literal there. {@code {{TIME}}}
     * in KQL is the column of the event's time. SPL's rows carry {@code count}, {@code firstTime}, {@code lastTime} and the UTC day
     * as {@code _time}, as those of other hunts do.
     *
     * @param kind the events it mainly reads, for coverage
     * @param source which logs, for people and for the file it is written to
     * @param textByDialect templates
     * @param parameters by name, each used by a template
     * @param samples what it must hit and must miss, for tests
     */
    record NativeQuery(
            EventKind kind,
            LogSource source,
            SortedMap<String, String> textByDialect,
            SortedMap<String, QueryParameter> parameters,
            List<QuerySample> samples)
            implements Logic {
        /** A parameter's name between its braces. */
        public static final Pattern PLACE = Pattern.compile("\\{\\{([a-z][a-z0-9_]{0,39})\\}\\}");

        public NativeQuery {
            requireNonNull(kind, "kind is null");
            requireNonNull(source, "source is null");
            textByDialect = stripped(textByDialect);
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
            samples = List.copyOf(samples);
            SortedSet<String> named = places(textByDialect.values());
            if (!named.equals(parameters.keySet())) {
                throw new IllegalArgumentException(
                        "the texts name the parameters " + named + ", and there are values of " + parameters.keySet());
            }
        }

        /** Texts without parameters, over the log source that the kind is named after, without samples. */
        public NativeQuery(EventKind kind, Map<String, String> textByDialect) {
            this(kind, LogSource.of(kind), new TreeMap<>(textByDialect), new TreeMap<>(), List.of());
        }

        private static SortedMap<String, String> stripped(Map<String, String> texts) {
            SortedMap<String, String> stripped = new TreeMap<>(texts);
            stripped.replaceAll((dialect, text) -> text.strip());
            return Collections.unmodifiableSortedMap(stripped);
        }

        private static SortedSet<String> places(Collection<String> texts) {
            return texts.stream()
                    .flatMap(text -> PLACE.matcher(text).results())
                    .map(place -> place.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The kind of event it reads. */
    EventKind kind();
}
