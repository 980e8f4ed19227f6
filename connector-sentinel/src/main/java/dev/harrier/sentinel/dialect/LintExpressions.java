package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Between;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import dev.harrier.sentinel.dialect.KqlExpression.In;
import dev.harrier.sentinel.dialect.KqlExpression.Items;
import dev.harrier.sentinel.dialect.KqlExpression.Member;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlExpression.Star;
import java.util.Map;
import java.util.Set;

/** Checks names and types in an expression; the result is its KQL type, {@code unknown} where lint can't tell. */
final class LintExpressions implements KqlExpression.Visitor<String> {
    private static final String UNKNOWN = "unknown";
    private static final Set<String> TIME_COLUMNS = Set.of("TimeGenerated", "Timestamp");
    private static final Set<String> NUMBERS = Set.of("int", "long", "real", "decimal");
    private static final Set<String> REFUSED = Set.of("adx", "cluster", "workspace", "app", "database", "cursor_after");
    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("tostring", "string"),
            Map.entry("strcat", "string"),
            Map.entry("tolower", "string"),
            Map.entry("toupper", "string"),
            Map.entry("substring", "string"),
            Map.entry("replace_string", "string"),
            Map.entry("replace_regex", "string"),
            Map.entry("extract", "string"),
            Map.entry("count", "long"),
            Map.entry("countif", "long"),
            Map.entry("dcount", "long"),
            Map.entry("dcountif", "long"),
            Map.entry("count_distinct", "long"),
            Map.entry("count_distinctif", "long"),
            Map.entry("tolong", "long"),
            Map.entry("tohex", "string"),
            Map.entry("toint", "int"),
            Map.entry("strlen", "long"),
            Map.entry("indexof", "long"),
            Map.entry("datetime_diff", "long"),
            Map.entry("ago", "datetime"),
            Map.entry("now", "datetime"),
            Map.entry("todatetime", "datetime"),
            Map.entry("startofday", "datetime"),
            Map.entry("isempty", "bool"),
            Map.entry("isnotempty", "bool"),
            Map.entry("isnull", "bool"),
            Map.entry("isnotnull", "bool"),
            Map.entry("not", "bool"),
            Map.entry("ipv4_is_in_range", "bool"),
            Map.entry("ipv6_is_in_range", "bool"),
            Map.entry("make_set", "dynamic"),
            Map.entry("make_list", "dynamic"),
            Map.entry("parse_json", "dynamic"),
            Map.entry("todynamic", "dynamic"),
            Map.entry("split", "dynamic"));
    private static final Set<String> LIKE_FIRST =
            Set.of("min", "max", "arg_max", "arg_min", "take_any", "any", "bin", "floor", "coalesce", "sum");

    private final KqlLint lint;
    private final KqlQuery query;
    private final LintScope scope;

    LintExpressions(KqlLint lint, KqlQuery query, LintScope scope) {
        this.lint = lint;
        this.query = query;
        this.scope = scope;
    }

    String of(KqlExpression expression) {
        return expression.accept(this);
    }

    @Override
    public String name(Name name) {
        if (scope.columns().containsKey(name.name())) {
            return scope.columns().get(name.name());
        }
        boolean bound = query.scalars().containsKey(name.name())
                || query.tables().containsKey(name.name())
                || query.opaque().contains(name.name())
                || name.name().startsWith("$");
        if (!bound && !scope.open()) {
            lint.add("KQL004", Level.ERROR, "no column " + name.name() + " here", name.place());
        }
        return query.scalars().containsKey(name.name()) ? of(query.scalars().get(name.name())) : UNKNOWN;
    }

    @Override
    public String constant(Constant constant) {
        return switch (constant.kind()) {
            case TEXT -> "string";
            case LONG -> "long";
            case REAL -> "real";
            case FLAG -> "bool";
            case TIME -> "datetime";
            case SPAN -> "timespan";
        };
    }

    @Override
    public String items(Items items) {
        return "dynamic";
    }

    @Override
    public String member(Member member) {
        String type = of(member.target());
        if (!type.equals(UNKNOWN) && !type.equals("dynamic")) {
            lint.add("KQL005", Level.ERROR, "a path into " + type + ": use parse_json() first", member.place());
        }
        return "dynamic";
    }

    @Override
    public String call(Call call) {
        if (REFUSED.contains(call.function())) {
            lint.add("KQL006", Level.ERROR, call.function() + "() is refused in a rule", call.place());
        }
        String first = UNKNOWN;
        for (int i = 0; i < call.arguments().size(); i++) {
            String type = of(call.argument(i));
            first = i == 0 ? type : first;
        }
        if (call.function().equals("iff") || call.function().equals("iif")) {
            return call.arguments().size() == 3 ? quiet(call.arguments().get(2)) : UNKNOWN;
        }
        if (call.function().equals("column_ifexists")) {
            return call.arguments().size() == 2 ? quiet(call.arguments().get(1)) : UNKNOWN;
        }
        return LIKE_FIRST.contains(call.function()) ? first : RESULTS.getOrDefault(call.function(), UNKNOWN);
    }

    /** The type of what was checked before. */
    private String quiet(Argument argument) {
        return of(argument.value());
    }

    @Override
    public String binary(Binary binary) {
        String left = of(binary.left());
        String right = of(binary.right());
        String operator = binary.operator();
        switch (operator) {
            case "and", "or" -> {
                return "bool";
            }
            case "+", "-", "*", "/", "%" -> {
                return left.equals("datetime") && right.equals("datetime") ? "timespan" : left;
            }
            case "==", "!=", "<>", "<", ">", "<=", ">=" -> comparison(binary, left, right);
            default -> text(binary, left, right);
        }
        return "bool";
    }

    private void comparison(Binary binary, String left, String right) {
        if (!comparable(left, right)) {
            lint.add("KQL005", Level.ERROR, "compares " + left + " with " + right, binary.place());
        }
        boolean time = binary.left() instanceof Name name && TIME_COLUMNS.contains(name.name());
        if (time) {
            lint.add(
                    "KQL013",
                    Level.WARNING,
                    "the caller bounds the time; a bound here narrows it further",
                    binary.place());
        }
    }

    private static boolean comparable(String left, String right) {
        return left.equals(right)
                || left.equals(UNKNOWN)
                || right.equals(UNKNOWN)
                || left.equals("dynamic")
                || right.equals("dynamic")
                || (NUMBERS.contains(left) && NUMBERS.contains(right));
    }

    private void text(Binary binary, String left, String right) {
        String operator = binary.operator();
        if (!comparable(left, "string") || !comparable(right, "string")) {
            lint.add(
                    "KQL005",
                    Level.ERROR,
                    operator + " needs text, not " + (comparable(left, "string") ? right : left),
                    binary.place());
        }
        String value = binary.right() instanceof Constant constant ? constant.text() : "";
        if (value.indexOf('*') >= 0 && !operator.equals("matches regex")) {
            lint.add(
                    "KQL012",
                    Level.WARNING,
                    operator + " knows no wildcards: this looks for an asterisk",
                    binary.place());
        }
        boolean scan =
                operator.startsWith("contains") || operator.startsWith("endswith") || operator.equals("matches regex");
        if (scan && KqlPatterns.term(value).isEmpty()) {
            lint.add(
                    "KQL011",
                    Level.NOTE,
                    operator + " scans every row: has is faster where whole terms do",
                    binary.place());
        }
    }

    @Override
    public String in(In in) {
        String left = of(in.left());
        for (KqlExpression item : in.items()) {
            boolean list = item instanceof Name name && !scope.columns().containsKey(name.name());
            String right = list ? UNKNOWN : of(item);
            if (!comparable(left, right)) {
                lint.add("KQL005", Level.ERROR, "compares " + left + " with " + right, item.place());
            }
        }
        return "bool";
    }

    @Override
    public String between(Between between) {
        String left = of(between.value());
        String low = of(between.low());
        of(between.high());
        if (!comparable(left, low)) {
            lint.add("KQL005", Level.ERROR, "compares " + left + " with " + low, between.place());
        }
        return "bool";
    }

    @Override
    public String star(Star star) {
        return UNKNOWN;
    }
}
