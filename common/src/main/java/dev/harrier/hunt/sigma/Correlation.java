package dev.harrier.hunt.sigma;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.FieldTest.Compare;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Sigma correlation rule says of the events that other rules find (Sigma correlation rules specification 2.0). Immutable.
 *
 * @param type what is counted
 * @param rules names or ids of the rules whose events are meant, in their order
 * @param groupBy fields that the events must share
 * @param timespan within which they happen, at least a second
 * @param condition of the count; empty where the type needs none
 * @param field whose different values are counted; exactly where the type is {@code VALUE_COUNT}
 * @param aliases by their name, the field that stands for it, by rule
 * @param generate whether the rules that it names are to be run for themselves, too
 */
public record Correlation(
        Type type,
        List<String> rules,
        List<String> groupBy,
        Duration timespan,
        Optional<Compare> condition,
        Optional<String> field,
        Map<String, Map<String, String>> aliases,
        boolean generate) {
    /** What is counted. */
    public enum Type {
        /** Events. */
        EVENT_COUNT,
        /** Different values of a field. */
        VALUE_COUNT,
        /** Rules with an event, in any order. */
        TEMPORAL,
        /** Rules with an event, in the rules' order. */
        TEMPORAL_ORDERED;

        /** Sigma's word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean counts() {
            return this == EVENT_COUNT || this == VALUE_COUNT;
        }
    }

    public Correlation {
        requireNonNull(type, "type is null");
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        requireNonNull(condition, "condition is null");
        requireNonNull(field, "field is null");
        Map<String, Map<String, String>> copy = new TreeMap<>();
        aliases.forEach((name, fields) -> copy.put(name, Map.copyOf(fields)));
        aliases = Map.copyOf(copy);
        if (rules.isEmpty() || timespan.toSeconds() < 1) {
            throw new IllegalArgumentException("a correlation needs rules and a time span of at least a second");
        }
        if ((type.counts() && condition.isEmpty()) || (type == Type.VALUE_COUNT) != field.isPresent()) {
            throw new IllegalArgumentException(type.word() + " with condition " + condition + " and field " + field);
        }
    }
}
