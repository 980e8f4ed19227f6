package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.NearestName;
import dev.harrier.sentinel.dialect.KqlExpression.Between;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import dev.harrier.sentinel.dialect.KqlExpression.In;
import dev.harrier.sentinel.dialect.KqlExpression.Items;
import dev.harrier.sentinel.dialect.KqlExpression.Member;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlExpression.Star;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks names and types in an expression; the result is its KQL type, {@code unknown} where lint can't tell. */
final class LintExpressions implements KqlExpression.Visitor<String> {
    private static final String UNKNOWN = "unknown";
    private static final Set<String> TIME_COLUMNS = Set.of("TimeGenerated", "Timestamp");
    private static final Set<String> LOGIC = Set.of("and", "or");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> NUMBERS = Set.of("int", "long", "real", "decimal");
    private static final Set<String> REFUSED = Set.of("adx", "cluster", "workspace", "app", "database", "cursor_after");

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
            lint.add(KqlCheck.KQL004, missing(name.name()), name.place());
        }
        return query.scalars().containsKey(name.name()) ? of(query.scalars().get(name.name())) : UNKNOWN;
    }

    private String missing(String name) {
        String gone = scope.lost().get(name);
        return "no column " + name + " here"
                + (gone == null ? NearestName.words(name, scope.columns().keySet()) : ": " + gone + " left it out");
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
        KqlExpression target = member.target();
        while (target instanceof Member inner) {
            target = inner.target();
        }
        String type = of(target);
        if (!type.equals(UNKNOWN) && !type.equals("dynamic")) {
            lint.add(KqlCheck.KQL005, "a path into " + type + ": use parse_json() first", member.place());
        }
        return "dynamic";
    }

    @Override
    public String call(Call call) {
        if (REFUSED.contains(call.function())) {
            lint.add(KqlCheck.KQL006, call.function() + "() is refused in a rule", call.place());
        }
        List<String> types =
                call.arguments().stream().map(argument -> of(argument.value())).toList();
        if (call.isOpaque()) {
            return UNKNOWN;
        }
        Optional<KqlFunctions.Function> function = KqlFunctions.of(call.function());
        function.ifPresentOrElse(known -> arity(call, known), () -> unknown(call));
        return function.map(known -> result(known.result(), types)).orElse(UNKNOWN);
    }

    private void unknown(Call call) {
        boolean bound = query.opaque().contains(call.function())
                || query.tables().containsKey(call.function())
                || lint.schema().table(call.function()).isPresent();
        if (!bound && !REFUSED.contains(call.function())) {
            String near = NearestName.words(call.function(), KqlFunctions.names());
            lint.add(KqlCheck.KQL016, "no function " + call.function() + near, call.place());
        }
    }

    private void arity(Call call, KqlFunctions.Function function) {
        int given = call.arguments().size();
        if (given < function.least() || given > function.most()) {
            String message = call.function() + " takes " + function.arity() + ", not " + given;
            lint.add(KqlCheck.KQL017, message, call.place());
        }
    }

    /** A function's result may have the type of an argument: {@code #1} is the first's. */
    private static String result(String result, List<String> types) {
        if (!result.startsWith("#")) {
            return result;
        }
        int argument = Integer.parseInt(result.substring(1)) - 1;
        return argument < types.size() ? types.get(argument) : UNKNOWN;
    }

    @Override
    public String binary(Binary binary) {
        if (LOGIC.contains(binary.operator())) {
            return logic(binary);
        }
        if (ARITHMETIC.contains(binary.operator())) {
            return arithmetic(binary);
        }
        String left = of(binary.left());
        String right = of(binary.right());
        String operator = binary.operator();
        switch (operator) {
            case "==", "!=", "<>", "<", ">", "<=", ">=" -> comparison(binary, left, right);
            default -> text(binary, left, right);
        }
        return "bool";
    }

    /** Long chains lean to the left: a loop, for recursion would not end well. */
    private String logic(Binary binary) {
        for (KqlExpression part : LintFilters.spine(binary, binary.operator())) {
            String type = of(part);
            if (!type.equals("bool") && !type.equals("dynamic") && !type.equals(UNKNOWN)) {
                lint.add(KqlCheck.KQL023, binary.operator() + " needs conditions, not " + type, part.place());
            }
        }
        return "bool";
    }

    private String arithmetic(Binary binary) {
        Deque<Binary> chain = new ArrayDeque<>();
        KqlExpression first = binary;
        while (first instanceof Binary next && ARITHMETIC.contains(next.operator())) {
            chain.push(next);
            first = next.left();
        }
        String type = of(first);
        for (Binary next : chain) {
            String right = of(next.right());
            type = type.equals("datetime") && right.equals("datetime") ? "timespan" : type;
        }
        return type;
    }

    private void comparison(Binary binary, String left, String right) {
        if (!comparable(left, right)) {
            lint.add(KqlCheck.KQL005, "compares " + left + " with " + right, binary.place());
        }
        boolean time = binary.left() instanceof Name name && TIME_COLUMNS.contains(name.name());
        if (time) {
            lint.add(KqlCheck.KQL013, "the caller bounds the time; a bound here narrows it further", binary.place());
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
                    KqlCheck.KQL005,
                    operator + " needs text, not " + (comparable(left, "string") ? right : left),
                    binary.place());
        }
        String value = binary.right() instanceof Constant constant ? constant.text() : "";
        if (value.indexOf('*') >= 0 && !operator.equals("matches regex")) {
            lint.add(KqlCheck.KQL012, operator + " knows no wildcards: this looks for an asterisk", binary.place());
        }
        boolean scan =
                operator.startsWith("contains") || operator.startsWith("endswith") || operator.equals("matches regex");
        if (scan && KqlPatterns.term(value).isEmpty()) {
            lint.add(
                    KqlCheck.KQL011, operator + " scans every row: has is faster where whole terms do", binary.place());
        }
    }

    @Override
    public String in(In in) {
        String left = of(in.left());
        for (KqlExpression item : in.items()) {
            boolean list = item instanceof Name name && !scope.columns().containsKey(name.name());
            String right = list ? UNKNOWN : of(item);
            if (!comparable(left, right)) {
                lint.add(KqlCheck.KQL005, "compares " + left + " with " + right, item.place());
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
            lint.add(KqlCheck.KQL005, "compares " + left + " with " + low, between.place());
        }
        return "bool";
    }

    @Override
    public String star(Star star) {
        return UNKNOWN;
    }
}
