package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Eval's functions in SQL (Search Reference, "Evaluation functions"). */
final class EvalFunctions {
    private static final Map<String, UnaryOperator<String>> OF_TEXT = Map.of(
            "lower", a -> "lower(" + a + ")",
            "upper", a -> "upper(" + a + ")",
            "trim", a -> "trim(" + a + ")",
            "ltrim", a -> "ltrim(" + a + ")",
            "rtrim", a -> "rtrim(" + a + ")");
    private static final Map<String, UnaryOperator<String>> OF_NUMBER = Map.of(
            "abs", a -> "abs(" + a + ")",
            "floor", a -> "floor(" + a + ")",
            "ceiling", a -> "ceil(" + a + ")",
            "ceil", a -> "ceil(" + a + ")",
            "round", a -> "round(" + a + ")",
            "sqrt", a -> "CASE WHEN " + a + " >= 0 THEN sqrt(" + a + ") END",
            "exp", a -> "exp(" + a + ")",
            "ln", a -> "CASE WHEN " + a + " > 0 THEN ln(" + a + ") END",
            "log", a -> "CASE WHEN " + a + " > 0 THEN log10(" + a + ") END");

    private EvalFunctions() {}

    /**
     * A function applied.
     *
     * @throws SyntaxProblem if it is not in the subset, or its arguments are not
     */
    static Sql call(String written, List<Sql> arguments, int offset) {
        String name = written.toLowerCase(Locale.ROOT);
        if (OF_TEXT.containsKey(name)) {
            return new Sql(
                    OF_TEXT.get(name).apply(only(arguments, offset).asText().text()), Type.TEXT);
        }
        if (OF_NUMBER.containsKey(name) && arguments.size() == 1) {
            return new Sql(
                    "("
                            + OF_NUMBER
                                    .get(name)
                                    .apply(only(arguments, offset).asNumber().text()) + ")",
                    Type.NUMBER);
        }
        return switch (name) {
            case "true", "false" -> new Sql(name, Type.FLAG);
            case "null" -> Sql.NULL;
            case "if" -> choice(counted(arguments, 3, offset));
            case "case" -> cases(arguments, offset);
            case "coalesce" -> coalesced(arguments, offset);
            case "isnull" -> new Sql("(" + only(arguments, offset).text() + " IS NULL)", Type.FLAG);
            case "isnotnull" -> new Sql("(" + only(arguments, offset).text() + " IS NOT NULL)", Type.FLAG);
            case "isnum" -> new Sql("(" + only(arguments, offset).asNumber().text() + " IS NOT NULL)", Type.FLAG);
            case "tonumber" -> only(arguments, offset).asNumber();
            case "tostring" -> only(arguments, offset).asText();
            case "len" -> new Sql("length(" + only(arguments, offset).asText().text() + ")", Type.INTEGER);
            case "substr" -> substring(arguments, offset);
            case "match" -> matched(counted(arguments, 2, offset), offset);
            case "like" -> like(counted(arguments, 2, offset));
            case "cidrmatch" -> inSubnet(counted(arguments, 2, offset), offset);
            case "strftime" -> formatted(counted(arguments, 2, offset));
            case "in" -> membership(arguments, offset);
            default -> MoreEvalFunctions.call(name, arguments, offset);
        };
    }

    private static Sql choice(List<Sql> a) {
        List<Sql> values = unified(a.subList(1, 3));
        return new Sql(
                "(CASE WHEN " + a.get(0).text() + " THEN " + values.get(0).text() + " ELSE "
                        + values.get(1).text() + " END)",
                values.get(0).type());
    }

    private static Sql cases(List<Sql> arguments, int offset) {
        if (arguments.isEmpty() || arguments.size() % 2 == 1) {
            throw new SyntaxProblem("case() takes pairs", offset);
        }
        List<Sql> values = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            values.add(arguments.get(i));
        }
        values = unified(values);
        StringBuilder text = new StringBuilder("(CASE");
        for (int i = 0; i < values.size(); i++) {
            text.append(" WHEN ")
                    .append(arguments.get(2 * i).text())
                    .append(" THEN ")
                    .append(values.get(i).text());
        }
        return new Sql(text + " END)", values.get(0).type());
    }

    private static Sql coalesced(List<Sql> arguments, int offset) {
        if (arguments.isEmpty()) {
            throw new SyntaxProblem("coalesce() takes values", offset);
        }
        List<Sql> values = unified(arguments);
        return new Sql(
                values.stream().map(Sql::text).collect(Collectors.joining(", ", "coalesce(", ")")),
                values.get(0).type());
    }

    /** All as numbers if all are, otherwise all as texts. */
    static List<Sql> unified(List<Sql> values) {
        boolean flags = values.stream().allMatch(v -> v.type() == Type.FLAG);
        if (flags) {
            return values;
        }
        boolean numbers = values.stream().allMatch(v -> v.type().isNumeric() || v.equals(Sql.NULL));
        boolean whole = values.stream().allMatch(v -> v.type() == Type.INTEGER);
        if (numbers && values.stream().anyMatch(v -> v.type().isNumeric())) {
            return values.stream()
                    .map(v -> new Sql(v.equals(Sql.NULL) ? "NULL" : v.text(), whole ? Type.INTEGER : Type.NUMBER))
                    .toList();
        }
        return values.stream().map(Sql::asText).toList();
    }

    private static Sql matched(List<Sql> a, int offset) {
        return new Sql(
                "regexp_matches(" + a.get(0).asText().text() + ", " + RegexSql.of(a.get(1), offset) + ")", Type.FLAG);
    }

    /** Case matters; {@code %} and {@code _} are the wildcards. */
    private static Sql like(List<Sql> a) {
        return new Sql(
                "(" + a.get(0).asText().text() + " LIKE " + a.get(1).asText().text() + ")", Type.FLAG);
    }

    private static Sql inSubnet(List<Sql> a, int offset) {
        try {
            String network = RegexSql.literal(a.get(0), offset);
            return new Sql(
                    "coalesce("
                            + SubnetSql.contains(
                                    Subnet.of(network), a.get(1).asText().text()) + ", false)",
                    Type.FLAG);
        } catch (Unsayable e) {
            throw new SyntaxProblem(e.getMessage(), offset);
        }
    }

    private static Sql formatted(List<Sql> a) {
        return new Sql(
                "strftime(make_timestamp(CAST(" + a.get(0).asNumber().text() + " * 1000000 AS BIGINT)), "
                        + a.get(1).text().replace("%z", "+0000") + ")",
                Type.TEXT);
    }

    private static Sql substring(List<Sql> arguments, int offset) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new SyntaxProblem("substr() takes two or three values", offset);
        }
        String rest = arguments.stream()
                .skip(1)
                .map(a -> ", CAST(" + a.asNumber().text() + " AS BIGINT)")
                .collect(Collectors.joining());
        return new Sql("substr(" + arguments.get(0).asText().text() + rest + ")", Type.TEXT);
    }

    private static Sql membership(List<Sql> arguments, int offset) {
        if (arguments.size() < 2) {
            throw new SyntaxProblem("in() takes a field and values", offset);
        }
        return new Sql(
                arguments.stream()
                        .skip(1)
                        .map(v -> EvalParser.compared(arguments.get(0), "=", v).text())
                        .collect(Collectors.joining(" OR ", "(", ")")),
                Type.FLAG);
    }

    private static Sql only(List<Sql> arguments, int offset) {
        return counted(arguments, 1, offset).get(0);
    }

    static List<Sql> counted(List<Sql> arguments, int count, int offset) {
        if (arguments.size() != count) {
            throw new SyntaxProblem("this function takes " + count + " value" + (count == 1 ? "" : "s"), offset);
        }
        return arguments;
    }
}
