package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scalar functions with Kusto's meaning. */
final class SqlFunctions {
    private static final String INTEGER = "'-?[0-9]{1,18}'";

    private final SqlExpressions expressions;

    SqlFunctions(SqlExpressions expressions) {
        this.expressions = expressions;
    }

    SqlValue of(Call call) {
        int most =
                switch (call.function()) {
                    case "now" -> 0;
                    case "strcat", "coalesce", "case", "max_of", "min_of", "strcat_delim" -> Integer.MAX_VALUE;
                    default -> 4;
                };
        if (call.arguments().size() > most) {
            throw SqlExpressions.unsupported("so many arguments of " + call.function() + "()", call.place());
        }
        try {
            return known(call);
        } catch (IndexOutOfBoundsException e) {
            throw new KqlSyntaxException(call.function() + "() lacks arguments", call.place());
        }
    }

    private SqlValue known(Call call) {
        return switch (call.function()) {
            case "not" ->
                SqlValue.flag(
                        "NOT " + expressions.of(call.argument(0), SqlType.FLAG).sql());
            case "isempty" -> emptiness(call, "=", "IS NULL");
            case "isnotempty" -> emptiness(call, "<>", "IS NOT NULL");
            case "isnull" -> nullness(call, " IS NULL");
            case "isnotnull" -> nullness(call, " IS NOT NULL");
            case "tolower", "toupper" -> SqlValue.text(call.function().substring(2) + "(" + text(call, 0) + ")");
            case "strlen" -> new SqlValue("length(" + text(call, 0) + ")", SqlType.LONG);
            case "strcat" -> SqlValue.text(strings(call).stream().collect(Collectors.joining(" || ", "(", ")")));
            case "substring" -> substring(call);
            case "indexof" -> new SqlValue("(instr(" + text(call, 0) + ", " + text(call, 1) + ") - 1)", SqlType.LONG);
            case "replace_string" ->
                SqlValue.text("replace(" + text(call, 0) + ", " + text(call, 1) + ", " + text(call, 2) + ")");
            case "replace_regex" -> replaceRegex(call);
            case "extract" -> extract(call);
            case "tostring" -> string(expressions.of(call.argument(0)), call);
            case "tolong", "toint" -> number(expressions.of(call.argument(0)), call);
            case "tohex" ->
                SqlValue.text(
                        "lpad(lower(to_hex(" + expressions.of(call.argument(0)).sql() + ")), "
                                + expressions.of(call.argument(1)).sql() + ", '0')");
            case "iff", "iif" -> branches(call);
            case "case" -> branches(call);
            case "coalesce" -> coalesce(call);
            default -> timesAndRest(call);
        };
    }

    private SqlValue timesAndRest(Call call) {
        return switch (call.function()) {
            case "bin", "floor" -> SqlTimes.bin(expressions.of(call.argument(0)), expressions.of(call.argument(1)));
            case "now" -> SqlTimes.now();
            case "ago" -> SqlTimes.plus(SqlTimes.now(), "-", expressions.of(call.argument(0), SqlType.SPAN));
            case "startofday" ->
                new SqlValue(
                        "date_trunc('day', "
                                + expressions.of(call.argument(0), SqlType.TIME).sql() + ")",
                        SqlType.TIME);
            case "hourofday" ->
                new SqlValue(
                        "hour(" + expressions.of(call.argument(0), SqlType.TIME).sql() + ")", SqlType.LONG);
            case "datetime_diff" -> difference(call);
            case "column_ifexists" -> ifExists(call);
            case "ipv4_is_in_range" -> SqlAddresses.inRange(text(call, 0), cidr(call, false));
            case "ipv6_is_in_range" -> SqlAddresses.inRange(text(call, 0), cidr(call, true));
            case "ipv4_is_private" -> SqlAddresses.isPrivate(text(call, 0));
            case "array_length", "set_size" ->
                new SqlValue(
                        "len(" + expressions.of(call.argument(0), SqlType.LIST).sql() + ")", SqlType.LONG);
            default -> new SqlMoreFunctions(expressions).of(call);
        };
    }

    private String text(Call call, int i) {
        return expressions.of(call.argument(i), SqlType.TEXT).sql();
    }

    private List<String> strings(Call call) {
        return call.arguments().stream()
                .map(Argument::value)
                .map(a -> string(expressions.of(a), call).sql())
                .toList();
    }

    private SqlValue emptiness(Call call, String textTest, String nullTest) {
        SqlValue value = expressions.of(call.argument(0));
        return SqlValue.flag(value.sql() + (value.type() == SqlType.TEXT ? " " + textTest + " ''" : " " + nullTest));
    }

    /** Text is never null. */
    private SqlValue nullness(Call call, String test) {
        SqlValue value = expressions.of(call.argument(0));
        return value.type() == SqlType.TEXT
                ? new SqlValue(test.contains("NOT") ? "true" : "false", SqlType.FLAG)
                : SqlValue.flag(value.sql() + test);
    }

    private SqlValue substring(Call call) {
        String start = expressions.of(call.argument(1), SqlType.LONG).sql();
        String length = call.arguments().size() > 2
                ? ", " + expressions.of(call.argument(2), SqlType.LONG).sql()
                : "";
        return SqlValue.text("substring(" + text(call, 0) + ", " + start + " + 1" + length + ")");
    }

    private SqlValue replaceRegex(Call call) {
        String regex = SqlText.literal(expressions.constantText(call.argument(1)));
        return SqlValue.text("regexp_replace(" + text(call, 0) + ", " + regex + ", " + text(call, 2) + ", 'g')");
    }

    private SqlValue extract(Call call) {
        String regex = SqlText.literal(expressions.constantText(call.argument(0)));
        String group = expressions.of(call.argument(1), SqlType.LONG).sql();
        return SqlValue.text("regexp_extract(" + text(call, 2) + ", " + regex + ", " + group + ")");
    }

    private static SqlValue string(SqlValue value, Call call) {
        return switch (value.type()) {
            case TEXT -> value;
            case LONG, FLAG, REAL -> SqlValue.text("coalesce(CAST(" + value.sql() + " AS VARCHAR), '')");
            case TIME -> SqlValue.text("coalesce(strftime(" + value.sql() + ", '%Y-%m-%dT%H:%M:%S.%f0Z'), '')");
            case SPAN, LIST -> throw SqlExpressions.unsupported("the text of a list or timespan", call.place());
        };
    }

    private static SqlValue number(SqlValue value, Call call) {
        return switch (value.type()) {
            case LONG -> value;
            case REAL -> new SqlValue("CAST(trunc(" + value.sql() + ") AS BIGINT)", SqlType.LONG);
            case TEXT ->
                new SqlValue(
                        "CASE WHEN regexp_full_match(" + value.sql() + ", " + INTEGER + ") THEN TRY_CAST(" + value.sql()
                                + " AS BIGINT) END",
                        SqlType.LONG);
            case FLAG -> new SqlValue("CAST(" + value.sql() + " AS BIGINT)", SqlType.LONG);
            default -> throw SqlExpressions.unsupported("a number of this", call.place());
        };
    }

    private SqlValue branches(Call call) {
        List<Argument> arguments = call.arguments();
        if (arguments.size() % 2 == 0) {
            throw new KqlSyntaxException(call.function() + "() needs an odd number of arguments", call.place());
        }
        SqlValue last = expressions.of(arguments.get(arguments.size() - 1).value());
        String whens = IntStream.range(0, arguments.size() / 2)
                .mapToObj(i -> " WHEN "
                        + expressions.of(call.argument(2 * i), SqlType.FLAG).sql() + " THEN "
                        + expressions.of(call.argument(2 * i + 1), last.type()).sql())
                .collect(Collectors.joining());
        return new SqlValue("CASE" + whens + " ELSE " + last.sql() + " END", last.type());
    }

    /** For texts, the first that isn't empty. */
    private SqlValue coalesce(Call call) {
        List<SqlValue> values =
                call.arguments().stream().map(a -> expressions.of(a.value())).toList();
        SqlType type = values.get(0).type();
        if (values.stream().anyMatch(v -> v.type() != type)) {
            throw new KqlSyntaxException("coalesce() of different types", call.place());
        }
        String all = values.stream()
                .map(v -> type == SqlType.TEXT ? "nullif(" + v.sql() + ", '')" : v.sql())
                .collect(Collectors.joining(", "));
        return new SqlValue("coalesce(" + all + (type == SqlType.TEXT ? ", ''" : "") + ")", type);
    }

    private SqlValue difference(Call call) {
        String unit = expressions.constantText(call.argument(0));
        if (!List.of("second", "minute", "hour", "day").contains(unit)) {
            throw SqlExpressions.unsupported("the unit " + unit, call.place());
        }
        return SqlTimes.difference(
                unit, expressions.of(call.argument(1), SqlType.TIME), expressions.of(call.argument(2), SqlType.TIME));
    }

    private SqlValue ifExists(Call call) {
        String column = expressions.constantText(call.argument(0));
        boolean there =
                expressions.scope().column(column).map(SqlScope.Column::filled).orElse(false);
        return there ? expressions.of(new KqlExpression.Name(column, call.place())) : expressions.of(call.argument(1));
    }

    private Cidr cidr(Call call, boolean v6) {
        String text = expressions.constantText(call.argument(1));
        try {
            Cidr cidr = Cidr.parse(text);
            if (cidr.v6() == v6) {
                return cidr;
            }
        } catch (UnsupportedInKqlException e) {
            throw new KqlSyntaxException(String.valueOf(e.getMessage()), call.place());
        }
        throw new KqlSyntaxException(call.function() + "() of the other address family", call.place());
    }
}
