package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Scalar expressions by recursive descent: or, and, comparison, sum, product, sign, member, primary. */
final class KqlExpressionParser {
    private static final Set<String> COMPARISONS = comparisons();
    private static final Set<String> LISTS =
            Set.of("in", "in~", "!in", "!in~", "has_any", "has_all", "!has_any", "!has_all");
    /** Deep nesting would end in a stack overflow; Kusto itself refuses it too. */
    private static final int DEEPEST = 200;

    private static final List<String> NESTED = List.of("{", "null");

    private final Tokens tokens;
    private int depth;

    KqlExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    private static Set<String> comparisons() {
        Set<String> all = new java.util.HashSet<>(Set.of("==", "!=", "<>", "=~", "!~", "<", ">", "<=", ">=", ":"));
        for (String name : List.of("has", "hasprefix", "hassuffix", "contains", "startswith", "endswith")) {
            all.addAll(List.of(name, name + "_cs", "!" + name, "!" + name + "_cs"));
        }
        return Set.copyOf(all);
    }

    KqlExpression expression() {
        if (++depth > DEEPEST) {
            throw new KqlSyntaxException("nested too deeply", tokens.peek().place());
        }
        KqlExpression left = conjunction();
        while (tokens.at("or")) {
            Place place = tokens.next().place();
            left = new Binary("or", left, conjunction(), place);
        }
        depth--;
        return left;
    }

    private KqlExpression conjunction() {
        KqlExpression left = comparison();
        while (tokens.at("and")) {
            Place place = tokens.next().place();
            left = new Binary("and", left, comparison(), place);
        }
        return left;
    }

    private KqlExpression comparison() {
        KqlExpression left = sum();
        KqlToken token = tokens.peek();
        String word = token.kind() == Kind.SYMBOL || token.kind() == Kind.NAME ? token.text() : "";
        if (COMPARISONS.contains(word)) {
            tokens.next();
            return new Binary(word, left, sum(), token.place());
        }
        if (LISTS.contains(word)) {
            tokens.next();
            return new KqlExpression.In(word, left, list(), token.place());
        }
        if (word.equals("matches") && tokens.peek(1).is("regex")) {
            tokens.next();
            tokens.next();
            return new Binary("matches regex", left, sum(), token.place());
        }
        return word.equals("between") || word.equals("!between") ? between(left, word) : left;
    }

    private KqlExpression between(KqlExpression value, String word) {
        Place place = tokens.next().place();
        tokens.expect("(");
        KqlExpression low = sum();
        tokens.expect("..");
        KqlExpression high = sum();
        tokens.expect(")");
        return new KqlExpression.Between(value, low, high, word.startsWith("!"), place);
    }

    private List<KqlExpression> list() {
        Place place = tokens.peek().place();
        if (!tokens.take("(")) {
            return List.of(sum());
        }
        if (tokens.bracketHas(List.of("|"))) {
            skipToClosing();
            return List.of(KqlExpression.Call.opaque("query", place));
        }
        List<KqlExpression> items = new ArrayList<>();
        while (!tokens.at(")")) {
            items.add(expression());
            if (!tokens.take(",") && !tokens.at(")")) {
                throw tokens.unexpected("expected , or )");
            }
        }
        tokens.expect(")");
        return List.copyOf(items);
    }

    private KqlExpression sum() {
        KqlExpression left = product();
        while (tokens.at("+") || tokens.at("-")) {
            KqlToken operator = tokens.next();
            left = new Binary(operator.text(), left, product(), operator.place());
        }
        return left;
    }

    private KqlExpression product() {
        KqlExpression left = sign();
        while (tokens.at("*") || tokens.at("/") || tokens.at("%")) {
            KqlToken operator = tokens.next();
            left = new Binary(operator.text(), left, sign(), operator.place());
        }
        return left;
    }

    private KqlExpression sign() {
        if (!tokens.at("-")) {
            return member();
        }
        Place place = tokens.next().place();
        return new Binary("-", new Constant(Constant.Kind.LONG, "0", place), member(), place);
    }

    private KqlExpression member() {
        KqlExpression target = primary();
        while (true) {
            Place place = tokens.peek().place();
            if (tokens.at(".") && tokens.peek(1).is("[")) {
                tokens.next();
            } else if (tokens.take(".")) {
                target = new KqlExpression.Member(target, tokens.name(), place);
            } else if (tokens.take("[")) {
                target = new KqlExpression.Member(target, index(), place);
            } else {
                return target;
            }
        }
    }

    private String index() {
        KqlToken key = tokens.next();
        if (key.kind() != Kind.STRING && key.kind() != Kind.NUMBER) {
            throw new KqlSyntaxException("expected a key in quotes", key.place());
        }
        tokens.expect("]");
        return key.kind() == Kind.STRING ? key.value() : "[" + key.text() + "]";
    }

    private KqlExpression primary() {
        KqlToken token = tokens.peek();
        switch (token.kind()) {
            case STRING -> {
                return text();
            }
            case NUMBER, REAL, TIMESPAN, DATETIME -> {
                return constant(tokens.next());
            }
            case NAME, QUOTED_NAME -> {
                return named(tokens.next());
            }
            default -> {
                return grouped(token);
            }
        }
    }

    private KqlExpression grouped(KqlToken token) {
        if (tokens.take("*")) {
            return new KqlExpression.Star(token.place());
        }
        if (tokens.take("$")) {
            return new KqlExpression.Name("$" + tokens.name(), token.place());
        }
        if (!tokens.take("(")) {
            throw tokens.unexpected("expected an expression");
        }
        KqlExpression inner = expression();
        tokens.expect(")");
        return inner;
    }

    /** Literals that stand side by side are one. */
    private KqlExpression text() {
        Place place = tokens.peek().place();
        StringBuilder value = new StringBuilder();
        while (tokens.peek().kind() == Kind.STRING) {
            value.append(tokens.next().value());
        }
        return new Constant(Constant.Kind.TEXT, value.toString(), place);
    }

    private static Constant constant(KqlToken token) {
        boolean span = token.kind() == Kind.TIMESPAN || token.text().startsWith("time");
        Constant.Kind kind =
                switch (token.kind()) {
                    case NUMBER -> Constant.Kind.LONG;
                    case REAL -> Constant.Kind.REAL;
                    default -> span ? Constant.Kind.SPAN : Constant.Kind.TIME;
                };
        String text = token.text();
        boolean wrapped = token.kind() == Kind.DATETIME;
        return new Constant(
                kind,
                wrapped
                        ? text.substring(text.indexOf('(') + 1, text.length() - 1)
                                .strip()
                        : text,
                token.place());
    }

    private KqlExpression named(KqlToken token) {
        boolean call = token.kind() == Kind.NAME && tokens.at("(");
        if (call) {
            tokens.next();
            return literal(token);
        }
        boolean flag = token.kind() == Kind.NAME
                && (token.text().equals("true") || token.text().equals("false"));
        return flag
                ? new Constant(Constant.Kind.FLAG, token.text(), token.place())
                : new KqlExpression.Name(token.value(), token.place());
    }

    private KqlExpression literal(KqlToken name) {
        boolean bag = name.is("dynamic") && (tokens.at("{") || (tokens.at("[") && tokens.bracketHas(NESTED)));
        boolean guid = name.is("guid") && tokens.peek().kind() != Kind.STRING;
        if (bag || guid) {
            skipToClosing();
            return KqlExpression.Call.opaque(name.text(), name.place());
        }
        return name.is("dynamic") ? dynamic(name.place()) : call(name);
    }

    private KqlExpression call(KqlToken function) {
        if (function.text().equals("toscalar")) {
            skipToClosing();
            return new KqlExpression.Call(function.text(), List.of(), function.place());
        }
        List<Argument> arguments = new ArrayList<>();
        while (!tokens.at(")")) {
            arguments.add(argument());
            if (!tokens.take(",") && !tokens.at(")")) {
                throw tokens.unexpected("expected , or )");
            }
        }
        tokens.expect(")");
        return new KqlExpression.Call(function.text(), List.copyOf(arguments), function.place());
    }

    /** What {@code toscalar} takes is a query, not an expression; it is skipped. */
    private void skipToClosing() {
        for (int level = 1; level > 0 && !tokens.ended(); ) {
            KqlToken token = tokens.next();
            level += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private KqlExpression dynamic(Place place) {
        List<KqlExpression> items = new ArrayList<>();
        if (tokens.peek().kind() == Kind.QUOTED_NAME) {
            KqlToken only = tokens.next();
            tokens.expect(")");
            return new KqlExpression.Items(
                    List.of(new Constant(Constant.Kind.TEXT, only.value(), only.place())), place);
        }
        if (!tokens.take("[")) {
            KqlExpression one = expression();
            tokens.expect(")");
            return one;
        }
        while (!tokens.take("]")) {
            items.add(expression());
            if (!tokens.take(",") && !tokens.at("]")) {
                throw tokens.unexpected("expected , or ]");
            }
        }
        tokens.expect(")");
        return new KqlExpression.Items(List.copyOf(items), place);
    }

    /** {@code name = expression} or an expression. */
    Argument argument() {
        boolean named = tokens.peek(1).is("=")
                && (tokens.peek().kind() == Kind.NAME || tokens.peek().kind() == Kind.QUOTED_NAME);
        if (!named) {
            return new Argument("", expression());
        }
        String name = tokens.name();
        tokens.next();
        return new Argument(name, expression());
    }
}
