package dev.harrier.splunk.dialect;

import dev.harrier.dialect.TableMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Search terms, also those of {@code tstats}, as an SQL condition. {@code OR} binds tighter than {@code AND}, which may be left out
 * (Search Manual, "Boolean expressions": the search command evaluates OR before AND).
 *
 * @param cursor where the terms are; they end at its end, at {@code by}, or at a closing parenthesis
 * @param relation what their fields are
 * @param source of raw events, whose own constraint is then met by definition
 */
record SearchParser(Cursor cursor, Relation relation, Optional<TableMapping> source) {
    /** Never null. */
    String condition() {
        List<String> parts = new ArrayList<>();
        while (!ends()) {
            cursor.skip("AND");
            parts.add(either());
        }
        return parts.isEmpty() ? "true" : joined(parts, " AND ");
    }

    private boolean ends() {
        return cursor.atEnd() || cursor.sees(")") || cursor.sees("by");
    }

    private String either() {
        List<String> parts = new ArrayList<>(List.of(negation()));
        while (cursor.skip("OR")) {
            parts.add(negation());
        }
        return joined(parts, " OR ");
    }

    private String negation() {
        return cursor.skip("NOT") ? "(NOT " + negation() + ")" : primary();
    }

    private String primary() {
        if (cursor.skip("(")) {
            String inner = condition();
            cursor.expect(")");
            return inner;
        }
        return comparison();
    }

    private String comparison() {
        Token field = cursor.name();
        if (field.kind() == Token.Kind.STRING && !(cursor.sees("=") || cursor.sees("!="))) {
            throw new SyntaxProblem(
                    "a search for words in the raw event is not in the translated subset", field.start());
        }
        if (cursor.skip("IN")) {
            return in(field);
        }
        Token operator = cursor.next();
        if (operator.kind() != Token.Kind.OPERATOR) {
            throw new SyntaxProblem(
                    "a search for words in the raw event is not in the translated subset", field.start());
        }
        return compared(field, operator, cursor.name());
    }

    private String compared(Token field, Token operator, Token value) {
        if (isGiven(field)) {
            return "true";
        }
        Sql column = relation.field(field.value());
        return switch (operator.value()) {
            case "=", "==" -> TermSql.equal(column, text(value));
            case "!=" -> "((" + column.text() + " IS NOT NULL) AND (NOT " + TermSql.equal(column, text(value)) + "))";
            case "<", "<=", ">", ">=" -> TermSql.ordered(column, operator.value(), value);
            default -> throw new SyntaxProblem("no such comparison", operator.start());
        };
    }

    private String in(Token field) {
        cursor.expect("(");
        List<String> tests = new ArrayList<>();
        while (!cursor.skip(")")) {
            tests.add(TermSql.equal(relation.field(field.value()), text(cursor.name())));
            cursor.skip(",");
        }
        return isGiven(field) ? "true" : joined(tests, " OR ");
    }

    /** The index is where the lab's events are; several event codes are the source's own, see {@link DatasetOf}. */
    private boolean isGiven(Token field) {
        return source.isPresent() && (field.is("index") || (field.is("EventCode") && !relation.has("EventCode")));
    }

    /** Outside quotes the same escapes hold. */
    private static String text(Token value) {
        return value.kind() == Token.Kind.STRING ? value.value() : value.value().replaceAll("\\\\([\\\\\"])", "$1");
    }

    private static String joined(List<String> parts, String joint) {
        return parts.size() == 1 ? parts.get(0) : parts.stream().collect(Collectors.joining(joint, "(", ")"));
    }
}
