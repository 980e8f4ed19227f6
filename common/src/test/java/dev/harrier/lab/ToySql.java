package dev.harrier.lab;

import dev.harrier.dialect.SqlText;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.stream.Collectors;

/** A condition as plain SQL over the event model's columns; no subnets. */
final class ToySql implements Condition.Visitor<String> {
    @Override
    public String all(Condition.All all) {
        return joined(all.parts(), " AND ");
    }

    @Override
    public String any(Condition.Any any) {
        return joined(any.parts(), " OR ");
    }

    @Override
    public String not(Condition.Not not) {
        return "(NOT " + not.part().accept(this) + ")";
    }

    @Override
    public String match(Condition.Match match) {
        return "(" + match.test().accept(new Tests(SqlText.identifier(match.field()))) + ")";
    }

    private String joined(List<Condition> parts, String by) {
        return parts.stream().map(part -> part.accept(this)).collect(Collectors.joining(by, "(", ")"));
    }

    private record Tests(String field) implements FieldTest.Visitor<String> {
        private String text() {
            return "coalesce(CAST(" + field + " AS VARCHAR), '')";
        }

        @Override
        public String like(FieldTest.Like like) {
            StringBuilder regex = new StringBuilder("^");
            for (TextPattern.Part part : like.pattern().parts()) {
                regex.append(part(part));
            }
            return "regexp_matches(" + text() + ", " + SqlText.literal(regex + "$") + ", '"
                    + (like.cased() ? "s" : "si") + "')";
        }

        private static String part(TextPattern.Part part) {
            if (part instanceof TextPattern.Literal literal) {
                return literal.text().replaceAll("[^A-Za-z0-9 ]", "\\\\$0");
            }
            return part == TextPattern.Wildcard.ANY_RUN ? ".*" : ".";
        }

        @Override
        public String regex(FieldTest.Regex regex) {
            String flags = regex.flags().contains(FieldTest.Regex.Flag.IGNORE_CASE) ? "i" : "c";
            return "regexp_matches(" + text() + ", " + SqlText.literal(regex.expression()) + ", '" + flags + "')";
        }

        @Override
        public String subnet(FieldTest.InSubnet subnet) {
            throw new UnsupportedOperationException("the toy language knows no networks");
        }

        @Override
        public String compare(FieldTest.Compare compare) {
            String sign =
                    switch (compare.order()) {
                        case EQUAL -> "=";
                        case LESS -> "<";
                        case LESS_OR_EQUAL -> "<=";
                        case GREATER -> ">";
                        case GREATER_OR_EQUAL -> ">=";
                    };
            return "coalesce(TRY_CAST(" + field + " AS BIGINT) " + sign + " " + compare.value() + ", false)";
        }

        @Override
        public String exists(FieldTest.Exists exists) {
            return text() + (exists.present() ? " <> ''" : " = ''");
        }

        @Override
        public String equalsField(FieldTest.EqualsField equalsField) {
            return "lower(" + text() + ") = lower(" + new Tests(SqlText.identifier(equalsField.other())).text() + ")";
        }
    }
}
