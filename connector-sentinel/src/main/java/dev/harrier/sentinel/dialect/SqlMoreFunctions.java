package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import java.util.List;
import java.util.stream.Collectors;

/** The rarer scalar functions: arithmetic, lists, times. */
final class SqlMoreFunctions {
    private final SqlExpressions expressions;

    SqlMoreFunctions(SqlExpressions expressions) {
        this.expressions = expressions;
    }

    SqlValue of(Call call) {
        return switch (call.function()) {
            case "todouble", "toreal" -> toReal(expressions.of(call.argument(0)), call);
            case "abs" -> abs(number(call, 0));
            case "sqrt" ->
                real("CASE WHEN " + number(call, 0).sql() + " >= 0 THEN sqrt("
                        + number(call, 0).sql() + ") END");
            case "exp" -> real("exp(" + number(call, 0).sql() + ")");
            case "log" -> logarithm("ln", call);
            case "log10" -> logarithm("log10", call);
            case "log2" -> logarithm("log2", call);
            case "pow" ->
                real("pow(" + number(call, 0).sql() + ", " + number(call, 1).sql() + ")");
            case "round" -> round(call);
            case "ceiling" -> new SqlValue("CAST(ceil(" + number(call, 0).sql() + ") AS BIGINT)", SqlType.LONG);
            case "max_of" -> extreme("greatest", call);
            case "min_of" -> extreme("least", call);
            case "isnan" -> SqlValue.flag("coalesce(isnan(" + number(call, 0).sql() + "), false)");
            case "isfinite" ->
                SqlValue.flag("coalesce(isfinite(" + number(call, 0).sql() + "), false)");
            default -> lists(call);
        };
    }

    private SqlValue lists(Call call) {
        return switch (call.function()) {
            case "split" -> new SqlValue("string_split(" + text(call, 0) + ", " + text(call, 1) + ")", SqlType.LIST);
            case "strcat_array" -> SqlValue.text("array_to_string(" + list(call, 0) + ", " + text(call, 1) + ")");
            case "set_has_element" -> SqlValue.flag("list_contains(" + list(call, 0) + ", " + text(call, 1) + ")");
            case "array_sort_asc" -> new SqlValue("list_sort(" + list(call, 0) + ")", SqlType.LIST);
            case "array_sort_desc" -> new SqlValue("list_reverse_sort(" + list(call, 0) + ")", SqlType.LIST);
            case "trim" -> trimmed(call);
            case "reverse" -> SqlValue.text("reverse(" + text(call, 0) + ")");
            case "hash_sha256" -> SqlValue.text("sha256(" + text(call, 0) + ")");
            case "hash_md5" -> SqlValue.text("md5(" + text(call, 0) + ")");
            case "countof" ->
                new SqlValue(
                        "CAST((length(" + text(call, 0) + ") - length(replace(" + text(call, 0) + ", " + text(call, 1)
                                + ", ''))) / length(" + text(call, 1) + ") AS BIGINT)",
                        SqlType.LONG);
            default -> times(call);
        };
    }

    private SqlValue times(Call call) {
        return switch (call.function()) {
            case "todatetime" -> new SqlValue("TRY_CAST(" + text(call, 0) + " AS TIMESTAMP)", SqlType.TIME);
            case "unixtime_seconds_todatetime" ->
                new SqlValue("make_timestamp(CAST(" + number(call, 0).sql() + " * 1000000 AS BIGINT))", SqlType.TIME);
            case "dayofweek" ->
                new SqlValue(
                        "(dayofweek("
                                + expressions.of(call.argument(0), SqlType.TIME).sql() + ") * 86400000000)",
                        SqlType.SPAN);
            case "datetime_part" -> part(call);
            default -> throw SqlExpressions.unsupported("the function " + call.function() + "()", call.place());
        };
    }

    private SqlValue part(Call call) {
        String unit = expressions.constantText(call.argument(0)).toLowerCase(java.util.Locale.ROOT);
        if (!List.of("year", "quarter", "month", "day", "hour", "minute", "second")
                .contains(unit)) {
            throw SqlExpressions.unsupported("the part " + unit, call.place());
        }
        return new SqlValue(
                "date_part('" + unit + "', "
                        + expressions.of(call.argument(1), SqlType.TIME).sql() + ")",
                SqlType.LONG);
    }

    private String text(Call call, int i) {
        return expressions.of(call.argument(i), SqlType.TEXT).sql();
    }

    private String list(Call call, int i) {
        return expressions.of(call.argument(i), SqlType.LIST).sql();
    }

    private SqlValue number(Call call, int i) {
        SqlValue value = expressions.of(call.argument(i));
        if (!value.type().number()) {
            throw new KqlSyntaxException(call.function() + "() needs a number", call.place());
        }
        return value;
    }

    private static SqlValue real(String sql) {
        return new SqlValue("(" + sql + ")", SqlType.REAL);
    }

    private static SqlValue toReal(SqlValue value, Call call) {
        return switch (value.type()) {
            case REAL -> value;
            case LONG, TEXT -> real("TRY_CAST(" + value.sql() + " AS DOUBLE)");
            default -> throw SqlExpressions.unsupported("a number of this", call.place());
        };
    }

    private static SqlValue abs(SqlValue value) {
        return new SqlValue("abs(" + value.sql() + ")", value.type());
    }

    private SqlValue logarithm(String function, Call call) {
        String number = number(call, 0).sql();
        return real("CASE WHEN " + number + " > 0 THEN " + function + "(" + number + ") END");
    }

    private SqlValue round(Call call) {
        String digits =
                call.arguments().size() > 1 ? ", CAST(" + number(call, 1).sql() + " AS INTEGER)" : "";
        return real("round(CAST(" + number(call, 0).sql() + " AS DOUBLE)" + digits + ")");
    }

    /** Nulls count for nothing. */
    private SqlValue extreme(String function, Call call) {
        List<SqlValue> values = call.arguments().stream()
                .map(Argument::value)
                .map(expressions::of)
                .toList();
        SqlType type = values.get(0).type();
        if (values.stream().anyMatch(v -> v.type() != type)) {
            throw new KqlSyntaxException(call.function() + "() of different types", call.place());
        }
        return new SqlValue(
                values.stream().map(SqlValue::sql).collect(Collectors.joining(", ", function + "(", ")")), type);
    }

    private SqlValue trimmed(Call call) {
        String regex = expressions.constantText(call.argument(0));
        String both = SqlText.literal("^(?:" + regex + ")|(?:" + regex + ")$");
        return SqlValue.text("regexp_replace(" + text(call, 1) + ", " + both + ", '', 'g')");
    }
}
