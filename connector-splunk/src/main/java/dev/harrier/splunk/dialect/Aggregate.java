package dev.harrier.splunk.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An aggregation in SQL (Search Reference, "Statistical and charting functions").
 *
 * @param sql its text, given what stands behind the aggregate itself: nothing, or a window
 * @param type what it yields
 */
record Aggregate(UnaryOperator<String> sql, Type type) {
    private static final Pattern PERCENTILE = Pattern.compile("(?:exactperc|upperperc|perc|p)(\\d{1,2}(?:\\.\\d+)?)");

    /** A bare {@code count}. */
    static Aggregate rows(String function, int offset) {
        if (!function.equals("count") && !function.equals("c")) {
            throw new SyntaxProblem(function + " needs a field", offset);
        }
        return new Aggregate(over -> "count(*)" + over, Type.INTEGER);
    }

    /**
     * A function of a value.
     *
     * @param rows that it is taken over
     * @throws SyntaxProblem if it is not in the subset
     */
    static Aggregate of(String function, Sql value, Relation rows, int offset) {
        String text = value.text();
        return switch (function) {
            case "count", "c" -> plain("count(" + text + ")", Type.INTEGER);
            case "dc", "distinct_count", "estdc" -> plain("count(DISTINCT " + text + ")", Type.INTEGER);
            case "sum" -> sum(value.asNumber());
            case "min", "max", "mode" -> plain(function + "(" + text + ")", value.type());
            case "values" ->
                joined(over -> "list_sort(list(DISTINCT " + value.asText().text() + ")" + over + ")");
            case "list" -> joined(over -> "list(" + value.asText().text() + ")" + over);
            case "earliest", "latest" -> byTime(function, value, rows);
            case "first", "last" -> byPlace(function, value, rows, offset);
            default -> ofNumber(function, value.asNumber().text(), offset);
        };
    }

    private static Aggregate ofNumber(String function, String number, int offset) {
        return switch (function) {
            case "avg", "mean" -> plain("avg(" + number + ")", Type.NUMBER);
            case "median" -> plain("median(" + number + ")", Type.NUMBER);
            case "range" ->
                new Aggregate(
                        over -> "(max(" + number + ")" + over + " - min(" + number + ")" + over + ")", Type.NUMBER);
            case "sumsq" -> plain("sum(" + number + " * " + number + ")", Type.NUMBER);
            case "stdev" -> spread("stddev_samp(" + number + ")", number);
            case "var" -> spread("var_samp(" + number + ")", number);
            case "stdevp" -> plain("stddev_pop(" + number + ")", Type.NUMBER);
            case "varp" -> plain("var_pop(" + number + ")", Type.NUMBER);
            default -> percentile(function, number, offset);
        };
    }

    /** Splunk says 0 of a single value, where SQL says nothing. */
    private static Aggregate spread(String aggregate, String number) {
        return new Aggregate(
                over -> "(CASE WHEN count(" + number + ")" + over + " = 1 THEN 0 ELSE " + aggregate + over + " END)",
                Type.NUMBER);
    }

    /** Nearest rank, as Splunk has it for fewer than 1,000 distinct values. */
    private static Aggregate percentile(String function, String number, int offset) {
        Matcher matcher = PERCENTILE.matcher(function);
        if (!matcher.matches()) {
            throw new SyntaxProblem("the aggregation " + function + " is not in the translated subset", offset);
        }
        return plain("quantile_disc(" + number + ", " + matcher.group(1) + " / 100.0)", Type.NUMBER);
    }

    private static Aggregate byTime(String function, Sql value, Relation rows) {
        String extreme = function.equals("earliest") ? "arg_min(" : "arg_max(";
        return plain(extreme + value.text() + ", " + rows.field("_time").text() + ")", value.type());
    }

    private static Aggregate byPlace(String function, Sql value, Relation rows, int offset) {
        if (!rows.ordered()) {
            throw new SyntaxProblem(function + "() without a sort before it is not in the translated subset", offset);
        }
        String extreme = function.equals("first") ? "arg_min(" : "arg_max(";
        return plain(extreme + value.text() + ", " + Relation.ROW + ")", value.type());
    }

    private static Aggregate plain(String aggregate, Type type) {
        return new Aggregate(over -> aggregate + over, type);
    }

    private static Aggregate sum(Sql number) {
        return number.type() == Type.INTEGER
                ? new Aggregate(over -> "CAST(sum(" + number.text() + ")" + over + " AS BIGINT)", Type.INTEGER)
                : plain("sum(" + number.text() + ")", Type.NUMBER);
    }

    /** A multivalue field as text, one value a line, as Splunk shows and exports it. */
    private static Aggregate joined(UnaryOperator<String> list) {
        return new Aggregate(
                over -> "array_to_string(list_filter(" + list.apply(over) + ", lambda v: v IS NOT NULL), chr(10))",
                Type.TEXT);
    }

    /** Over all rows of a group. */
    Sql value() {
        return over("");
    }

    /** Over a window, beginning with a blank. */
    Sql over(String window) {
        return new Sql(sql.apply(window), type);
    }

    /** Group-by fields first, then the aggregations; one row in any case when there are no groups. */
    static Relation grouped(Relation rows, Map<String, Sql> groups, Map<String, Aggregate> aggregates) {
        Map<String, Sql> all = new LinkedHashMap<>(groups);
        aggregates.forEach((name, aggregate) -> all.put(name, aggregate.value()));
        String by = groups.values().stream().map(Sql::text).collect(Collectors.joining(", "));
        return rows.grouped(all, groups.isEmpty() ? "" : " GROUP BY " + by);
    }
}
