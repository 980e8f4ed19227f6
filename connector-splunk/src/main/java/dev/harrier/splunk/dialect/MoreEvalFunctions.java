package dev.harrier.splunk.dialect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rarer half of eval's functions: numbers of two values, multivalue fields, replacement, times, hashes. */
final class MoreEvalFunctions {
    private static final Set<String> HASHES = Set.of("md5", "sha256", "sha1");
    private static final String LINE = ", chr(10)";

    private MoreEvalFunctions() {}

    /** A function applied; its name in lower case. */
    static Sql call(String name, List<Sql> arguments, int offset) {
        if (arguments.size() == 1 && HASHES.contains(name)) {
            return new Sql(name + "(" + text(arguments, 0) + ")", Type.TEXT);
        }
        return switch (name) {
            case "round" ->
                number("round(" + number(counted(arguments, 2, offset), 0) + ", " + whole(arguments, 1) + ")");
            case "pow" -> number("pow(" + number(counted(arguments, 2, offset), 0) + ", " + number(arguments, 1) + ")");
            case "log" -> logarithm(counted(arguments, 2, offset));
            case "min" -> extreme("least", arguments, offset);
            case "max" -> extreme("greatest", arguments, offset);
            case "nullif" -> nullIf(counted(arguments, 2, offset));
            case "now", "time" -> number("epoch(now())");
            case "strptime" -> parsed(counted(arguments, 2, offset));
            case "replace" -> replaced(counted(arguments, 3, offset), offset);
            case "split" ->
                new Sql(
                        "replace(" + text(counted(arguments, 2, offset), 0) + ", " + text(arguments, 1) + LINE + ")",
                        Type.TEXT);
            case "mvjoin" ->
                new Sql(
                        "replace(" + text(counted(arguments, 2, offset), 0) + LINE + ", " + text(arguments, 1) + ")",
                        Type.TEXT);
            case "mvcount" ->
                new Sql("len(string_split(" + text(counted(arguments, 1, offset), 0) + LINE + "))", Type.INTEGER);
            default -> throw new SyntaxProblem("the function " + name + " is not in the translated subset", offset);
        };
    }

    private static Sql number(String text) {
        return new Sql("(" + text + ")", Type.NUMBER);
    }

    private static String number(List<Sql> arguments, int i) {
        return arguments.get(i).asNumber().text();
    }

    private static String whole(List<Sql> arguments, int i) {
        return "CAST(" + number(arguments, i) + " AS INTEGER)";
    }

    private static String text(List<Sql> arguments, int i) {
        return arguments.get(i).asText().text();
    }

    private static Sql logarithm(List<Sql> a) {
        return number(
                "CASE WHEN " + number(a, 0) + " > 0 THEN ln(" + number(a, 0) + ") / ln(" + number(a, 1) + ") END");
    }

    /** Numbers are less than texts, which the lab doesn't mix. */
    private static Sql extreme(String function, List<Sql> arguments, int offset) {
        if (arguments.isEmpty()) {
            throw new SyntaxProblem("min() and max() take values", offset);
        }
        List<Sql> values = EvalFunctions.unified(arguments);
        return new Sql(
                values.stream().map(Sql::text).collect(Collectors.joining(", ", function + "(", ")")),
                values.get(0).type());
    }

    private static Sql nullIf(List<Sql> a) {
        return new Sql(
                "(CASE WHEN " + EvalParser.compared(a.get(0), "=", a.get(1)).text() + " THEN NULL ELSE "
                        + a.get(0).text() + " END)",
                a.get(0).type());
    }

    private static Sql parsed(List<Sql> a) {
        return number("epoch(try_strptime(" + text(a, 0) + ", " + text(a, 1) + "))");
    }

    private static Sql replaced(List<Sql> a, int offset) {
        return new Sql(
                "regexp_replace(" + text(a, 0) + ", " + RegexSql.of(a.get(1), offset) + ", " + text(a, 2) + ", 'g')",
                Type.TEXT);
    }

    private static List<Sql> counted(List<Sql> arguments, int count, int offset) {
        return EvalFunctions.counted(arguments, count, offset);
    }
}
