package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * An eval expression as SQL. From loose to tight: {@code OR}, {@code XOR} apart; {@code AND}; {@code NOT}; comparison; {@code + - .};
 * {@code * / %}; sign (Search Manual, "Boolean expressions", and Search Reference, "eval"). Not thread-safe.
 */
final class EvalParser {
    private final List<EvalToken> tokens;
    private final Relation relation;
    private int at;

    /** For the range of a text. */
    EvalParser(String text, int start, int end, Relation relation) {
        this.tokens = EvalTokens.of(text, start, end);
        this.relation = relation;
    }

    /** The whole range as one expression. */
    Sql whole() {
        Sql result = expression();
        if (peek().kind() != EvalToken.Kind.END) {
            throw new SyntaxProblem("the expression should end here", peek().start());
        }
        return result;
    }

    /** The whole range as one condition. */
    String condition() {
        int start = peek().start();
        return flag(whole(), start);
    }

    /** One of {@code a=x, b=y}, as a name; then {@link #expression}, then {@link #more}. */
    String target() {
        EvalToken token = next();
        if (token.kind() == EvalToken.Kind.SYMBOL || token.kind() == EvalToken.Kind.NUMBER) {
            throw new SyntaxProblem("a field name expected", token.start());
        }
        expect("=");
        return token.value();
    }

    /** Whether a comma, and another assignment, follows. */
    boolean more() {
        if (skip(",")) {
            return true;
        }
        if (peek().kind() != EvalToken.Kind.END) {
            throw new SyntaxProblem("the expression should end here", peek().start());
        }
        return false;
    }

    Sql expression() {
        Sql left = conjunction();
        while (peek().is("OR")) {
            int start = next().start();
            left = new Sql("(" + flag(left, start) + " OR " + flag(conjunction(), start) + ")", Type.FLAG);
        }
        return left;
    }

    private Sql conjunction() {
        Sql left = negation();
        while (peek().is("AND")) {
            int start = next().start();
            left = new Sql("(" + flag(left, start) + " AND " + flag(negation(), start) + ")", Type.FLAG);
        }
        return left;
    }

    private Sql negation() {
        if (peek().is("NOT")) {
            int start = next().start();
            return new Sql("(NOT " + flag(negation(), start) + ")", Type.FLAG);
        }
        return comparison();
    }

    private Sql comparison() {
        Sql left = sum();
        EvalToken operator = peek();
        if (operator.is("IN")) {
            next();
            return membership(left);
        }
        if (operator.is("LIKE")) {
            next();
            return EvalFunctions.call("like", List.of(left, sum()), operator.start());
        }
        if (!List.of("=", "==", "!=", "<", "<=", ">", ">=").contains(operator.value())
                || operator.kind() != EvalToken.Kind.SYMBOL) {
            return left;
        }
        next();
        return compared(left, operator.value().equals("==") ? "=" : operator.value(), sum());
    }

    private Sql membership(Sql left) {
        expect("(");
        List<String> tests = new ArrayList<>();
        for (Sql value : arguments()) {
            tests.add(compared(left, "=", value).text());
        }
        return new Sql("(" + String.join(" OR ", tests) + ")", Type.FLAG);
    }

    /** Numbers as numbers when one side is one; texts as they are, case included. */
    static Sql compared(Sql left, String operator, Sql right) {
        boolean numeric = left.type().isNumeric() || right.type().isNumeric();
        Sql a = numeric ? left.asNumber() : left.asText();
        Sql b = numeric ? right.asNumber() : right.asText();
        return new Sql("(" + a.text() + " " + operator.replace("!=", "<>") + " " + b.text() + ")", Type.FLAG);
    }

    private Sql sum() {
        Sql left = product();
        while (peek().is("+") || peek().is("-") || peek().is(".")) {
            String operator = next().value();
            left = combined(left, operator, product());
        }
        return left;
    }

    private static Sql combined(Sql left, String operator, Sql right) {
        boolean texts = left.type() == Type.TEXT && right.type() == Type.TEXT;
        if (operator.equals(".") || (operator.equals("+") && texts)) {
            return new Sql("(" + left.asText().text() + " || " + right.asText().text() + ")", Type.TEXT);
        }
        return arithmetic(left, operator, right);
    }

    private static Sql arithmetic(Sql left, String operator, Sql right) {
        return new Sql(
                "(" + left.asNumber().text() + " " + operator + " "
                        + right.asNumber().text() + ")",
                Type.NUMBER);
    }

    private Sql product() {
        Sql left = sign();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            String operator = next().value();
            left = arithmetic(left, operator, sign());
        }
        return left;
    }

    private Sql sign() {
        if (skip("-")) {
            return new Sql("(-" + sign().asNumber().text() + ")", Type.NUMBER);
        }
        return primary();
    }

    private Sql primary() {
        EvalToken token = next();
        return switch (token.kind()) {
            case STRING -> Sql.text(token.value());
            case NUMBER -> new Sql(token.value(), token.value().contains(".") ? Type.NUMBER : Type.INTEGER);
            case FIELD -> relation.field(token.value());
            case NAME ->
                skip("(")
                        ? EvalFunctions.call(token.value(), arguments(), token.start())
                        : relation.field(token.value());
            default -> parenthesised(token);
        };
    }

    private Sql parenthesised(EvalToken token) {
        if (!token.is("(")) {
            throw new SyntaxProblem("a value expected", token.start());
        }
        Sql inner = expression();
        expect(")");
        return new Sql("(" + inner.text() + ")", inner.type());
    }

    private List<Sql> arguments() {
        List<Sql> values = new ArrayList<>();
        while (!skip(")")) {
            if (!values.isEmpty()) {
                expect(",");
            }
            values.add(expression());
        }
        return values;
    }

    private static String flag(Sql value, int offset) {
        if (value.type() != Type.FLAG) {
            throw new SyntaxProblem("a condition expected", offset);
        }
        return value.text();
    }

    private EvalToken peek() {
        return tokens.get(at);
    }

    private EvalToken next() {
        EvalToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean skip(String text) {
        boolean seen = peek().is(text);
        at += seen ? 1 : 0;
        return seen;
    }

    private void expect(String text) {
        if (!skip(text)) {
            throw new SyntaxProblem("`" + text + "` expected", peek().start());
        }
    }
}
