package dev.harrier.splunk.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An aggregation in SQL (Search Reference, "Statistical and charting functions"). */
record Aggregate(Sql value) {
    /** A bare {@code count}. */
    static Aggregate rows(String function, int offset) {
        if (!function.equals("count") && !function.equals("c")) {
            throw new SyntaxProblem(function + " needs a field", offset);
        }
        return new Aggregate(new Sql("count(*)", Type.INTEGER));
    }

    /**
     * A function of a value.
     *
     * @throws SyntaxProblem if it is not in the subset
     */
    static Aggregate of(String function, Sql value, int offset) {
        return new Aggregate(
                switch (function) {
                    case "count", "c" -> new Sql("count(" + value.text() + ")", Type.INTEGER);
                    case "dc", "distinct_count" -> new Sql("count(DISTINCT " + value.text() + ")", Type.INTEGER);
                    case "sum" -> sum(value.asNumber());
                    case "avg", "mean" -> new Sql("avg(" + value.asNumber().text() + ")", Type.NUMBER);
                    case "min", "max" -> new Sql(function + "(" + value.text() + ")", value.type());
                    case "values" ->
                        joined("list_sort(list(DISTINCT " + value.asText().text() + "))");
                    case "list" -> joined("list(" + value.asText().text() + ")");
                    default ->
                        throw new SyntaxProblem(
                                "the aggregation " + function + " is not in the translated subset", offset);
                });
    }

    private static Sql sum(Sql number) {
        return number.type() == Type.INTEGER
                ? new Sql("CAST(sum(" + number.text() + ") AS BIGINT)", Type.INTEGER)
                : new Sql("sum(" + number.text() + ")", Type.NUMBER);
    }

    /** A multivalue field as text, one value a line, as Splunk shows and exports it. */
    private static Sql joined(String list) {
        return new Sql("array_to_string(list_filter(" + list + ", lambda v: v IS NOT NULL), chr(10))", Type.TEXT);
    }

    /** Group-by fields first, then the aggregations; one row in any case when there are no groups. */
    static Relation grouped(Relation rows, Map<String, Sql> groups, Map<String, Aggregate> aggregates) {
        Map<String, Sql> all = new LinkedHashMap<>(groups);
        aggregates.forEach((name, aggregate) -> all.put(name, aggregate.value()));
        String by = groups.values().stream().map(Sql::text).collect(Collectors.joining(", "));
        return rows.select(all, groups.isEmpty() ? "" : " GROUP BY " + by);
    }
}
