package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.hunt.sigma.Correlation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a correlation asks of the times of rows. Rows that are at most the time span apart are found by windows of that length: each
 * row lies in its own and in the one before, so the join with every row's own window misses no pair, wherever the clock cuts, and a
 * comparison of the times keeps no other.
 *
 * @param time the column of the time
 */
record CorrelatedTimes(CorrelatedHunt hunt, String time) {
    /** The column of what is counted: a field's value, or a rule's number. */
    static final String VALUE = "CorrelationValue";

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_]");
    private static final String GROUP = "CorrelationGroup";
    private static final String FIRST = "CorrelationStart";
    private static final String LAST = "CorrelationEnd";
    private static final String WINDOW = "CorrelationWindow";

    /** For a rule's rows: the columns to be made of fields, by name. */
    Map<String, String> fields(int part) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> groups = hunt.correlation().groupBy();
        for (int i = 0; i < groups.size(); i++) {
            fields.put(group(i), hunt.field(groups.get(i), part));
        }
        hunt.correlation().field().ifPresent(f -> fields.put(VALUE, f));
        return fields;
    }

    /** Time, groups and value. */
    List<String> columns() {
        return Stream.concat(Stream.of(time, VALUE), groups().stream()).toList();
    }

    /** So many rows: the row so many before is not too far back. */
    String events(String rows) {
        long before = hunt.least().orElseThrow() - 1;
        List<String> tests = new ArrayList<>();
        groups().forEach(g -> tests.add("prev(" + g + ", " + before + ") == " + g));
        tests.add(time + " - prev(" + time + ", " + before + ") <= " + span());
        String order = Stream.concat(groups().stream(), Stream.of(time))
                .map(c -> c + " asc")
                .collect(Collectors.joining(", "));
        return present(rows) + "\n| sort by " + order + "\n| extend " + FIRST + " = "
                + (before == 0
                        ? time
                        : "iff(" + String.join(" and ", tests) + ", prev(" + time + ", " + before
                                + "), datetime(null))")
                + "\n| where isnotnull(" + FIRST + ")";
    }

    /** So many different values, counted from each row's time on. */
    String values(String rows) {
        return hits(rows) + "\nCorrelationHits"
                + "\n| distinct " + list(time)
                + "\n| project-rename " + FIRST + " = " + time
                + pairs("", FIRST)
                + "\n| summarize " + LAST + " = min(" + time + ") by " + list(FIRST, VALUE)
                + "\n| summarize CorrelationCount = count(), " + LAST + " = max(" + LAST + ") by " + list(FIRST)
                + "\n| where CorrelationCount >= " + hunt.least().orElseThrow()
                + "\n| extend " + time + " = " + FIRST;
    }

    /** A row of each rule, none before that of the rule before it; of several starts, the latest. */
    String chain(String rows) {
        if (hunt.least().orElseThrow() != hunt.parts().size()) {
            throw new UnsupportedInKqlException("an order of only some of the rules is not defined");
        }
        StringBuilder text = new StringBuilder(hits(rows))
                .append("\nCorrelationHits\n| where ")
                .append(VALUE)
                .append(" == \"1\"")
                .append("\n| project ")
                .append(list(FIRST + " = " + time, LAST + " = " + time));
        for (int rule = 2; rule <= hunt.parts().size(); rule++) {
            text.append(pairs(" | where " + VALUE + " == \"" + rule + "\"", LAST))
                    .append("\n| summarize ")
                    .append(FIRST)
                    .append(" = max(")
                    .append(FIRST)
                    .append(") by ")
                    .append(list(LAST + " = " + time));
        }
        return text + "\n| extend " + time + " = " + FIRST;
    }

    private String hits(String rows) {
        return "let CorrelationHits = materialize(\n" + present(rows) + "\n| distinct " + list(time, VALUE) + ");";
    }

    /** Joins rows that start at a time with the hits from another on, up to the end of the span. */
    private String pairs(String filter, String from) {
        String hits = "CorrelationHits" + filter + " | extend " + WINDOW + " = bin(" + time + ", " + span() + ")";
        return "\n| extend " + WINDOW + " = bin(" + FIRST + ", " + span() + ")"
                + "\n| join kind=inner (union\n    (" + hits + "),\n    (" + hits + " - " + span() + ")) on "
                + list(WINDOW)
                + "\n| where " + time + " between (" + from + " .. (" + FIRST + " + " + span() + "))";
    }

    /** A row without the field shares it with none. */
    private String present(String rows) {
        List<String> tests = Stream.concat(groups().stream(), value())
                .map(c -> "isnotempty(" + c + ")")
                .toList();
        return tests.isEmpty() ? rows : rows + "\n| where " + String.join(" and ", tests);
    }

    private Stream<String> value() {
        boolean field = hunt.correlation().type() == Correlation.Type.VALUE_COUNT;
        return field ? Stream.of(VALUE) : Stream.of();
    }

    private String list(String... first) {
        return Stream.concat(groups().stream(), Stream.of(first)).collect(Collectors.joining(", "));
    }

    private List<String> groups() {
        return IntStream.range(0, hunt.correlation().groupBy().size())
                .mapToObj(this::group)
                .toList();
    }

    /** Named after the field where that is a name of its own here, so that people and entity mappings know it. */
    private String group(int index) {
        List<String> names =
                hunt.correlation().groupBy().stream().map(CorrelatedTimes::name).toList();
        String name = names.get(index);
        boolean taken = name.isEmpty() || name.equals(time) || names.indexOf(name) != names.lastIndexOf(name);
        return taken ? GROUP + (index + 1) : name;
    }

    private static String name(String field) {
        String plain = NOT_IN_NAMES.matcher(field).replaceAll("_");
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) || plain.startsWith("Correlation")
                ? ""
                : DynamicKey.alias(plain);
    }

    private String span() {
        return hunt.correlation().timespan().toSeconds() + "s";
    }
}
