package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Call;
import java.util.Optional;
import java.util.Set;

/** Aggregates of {@code summarize}. Distinct counts are exact here. */
final class SqlAggregates {
    private static final Set<String> CONDITIONAL = Set.of("sumif", "avgif", "stdevif", "minif", "maxif");

    private final SqlExpressions inside;

    SqlAggregates(SqlExpressions expressions) {
        this.inside = expressions.withoutAggregates();
    }

    /** Empty for what is no aggregate. */
    Optional<SqlValue> of(Call call) {
        return switch (call.function()) {
            case "count" -> Optional.of(count("COUNT(*)"));
            case "countif" -> Optional.of(count("COUNT(*) FILTER (WHERE " + flag(call, 0) + ")"));
            case "dcount", "count_distinct" ->
                Optional.of(count("COUNT(DISTINCT " + value(call, 0).sql() + ")"));
            case "dcountif", "count_distinctif" ->
                Optional.of(count("COUNT(DISTINCT " + value(call, 0).sql() + ") FILTER (WHERE " + flag(call, 1) + ")"));
            case "min", "max" -> Optional.of(typed(call.function(), value(call, 0)));
            case "take_any", "any" -> Optional.of(typed("any_value", value(call, 0)));
            case "sum" ->
                Optional.of(new SqlValue(
                        "CAST(coalesce(sum(" + value(call, 0).sql() + "), 0) AS "
                                + value(call, 0).type().sql() + ")",
                        value(call, 0).type()));
            case "avg" -> Optional.of(new SqlValue("avg(" + value(call, 0).sql() + ")", SqlType.REAL));
            case "stdev" ->
                Optional.of(new SqlValue("stddev_samp(" + value(call, 0).sql() + ")", SqlType.REAL));
            case "variance" ->
                Optional.of(new SqlValue("var_samp(" + value(call, 0).sql() + ")", SqlType.REAL));
            case "make_set" -> Optional.of(list("DISTINCT ", call));
            case "make_list" -> Optional.of(list("", call));
            case "stdevp" -> Optional.of(real("stddev_pop(" + value(call, 0).sql() + ")"));
            case "variancep" -> Optional.of(real("var_pop(" + value(call, 0).sql() + ")"));
            case "percentile" -> Optional.of(percentile(call));
            default -> conditional(call);
        };
    }

    /** {@code sumif(x, p)} and its like: the same over fewer rows. */
    private Optional<SqlValue> conditional(Call call) {
        boolean known = CONDITIONAL.contains(call.function());
        if (!known) {
            return Optional.empty();
        }
        String plain = call.function().substring(0, call.function().length() - 2);
        SqlValue value = value(call, 0);
        String filter = " FILTER (WHERE " + flag(call, 1) + ")";
        return Optional.of(
                switch (plain) {
                    case "sum" ->
                        new SqlValue(
                                "CAST(coalesce(sum(" + value.sql() + ")" + filter + ", 0) AS "
                                        + value.type().sql() + ")",
                                value.type());
                    case "avg" -> real("avg(" + value.sql() + ")" + filter);
                    case "stdev" -> real("stddev_samp(" + value.sql() + ")" + filter);
                    default -> new SqlValue(plain + "(" + value.sql() + ")" + filter, value.type());
                });
    }

    /** Nearest rank; Kusto's own is an estimate. */
    private SqlValue percentile(Call call) {
        return new SqlValue(
                "quantile_disc(" + value(call, 0).sql() + ", " + value(call, 1).sql() + " / 100.0)",
                value(call, 0).type());
    }

    private static SqlValue real(String sql) {
        return new SqlValue(sql, SqlType.REAL);
    }

    private static SqlValue count(String sql) {
        return new SqlValue(sql, SqlType.LONG);
    }

    private static SqlValue typed(String function, SqlValue value) {
        String sql = function + "(" + value.sql() + ")";
        return new SqlValue(value.type() == SqlType.TEXT ? "coalesce(" + sql + ", '')" : sql, value.type());
    }

    private SqlValue list(String distinct, Call call) {
        String text = new SqlFunctions(inside)
                .of(new Call("tostring", call.arguments().subList(0, 1), call.place()))
                .sql();
        String list = "list(" + distinct + text + ")";
        String sorted = distinct.isEmpty() ? list : "list_sort(" + list + ")";
        return new SqlValue("coalesce(" + sorted + ", CAST([] AS VARCHAR[]))", SqlType.LIST);
    }

    private SqlValue value(Call call, int i) {
        if (call.arguments().size() <= i) {
            throw new KqlSyntaxException(call.function() + "() lacks arguments", call.place());
        }
        return inside.of(call.argument(i));
    }

    private String flag(Call call, int i) {
        SqlValue value = value(call, i);
        if (value.type() != SqlType.FLAG) {
            throw new KqlSyntaxException(call.function() + "() needs a predicate", call.place());
        }
        return value.sql();
    }
}
