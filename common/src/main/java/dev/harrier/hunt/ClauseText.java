package dev.harrier.hunt;

import dev.harrier.hunt.FieldTest.Compare.Order;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A clause in words, such as {@code QueryName ends with ".evil.example"}: for people, and to tell clauses apart. Two clauses share it
 * exactly when they differ at most in the order of their parts; no value can pass for structure. Stateless and thread-safe.
 */
public final class ClauseText implements Condition.Visitor<String>, FieldTest.Visitor<String> {
    private static final ClauseText TEXT = new ClauseText();
    private static final Pattern PLAIN_FIELD = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Map<Order, String> ORDERS = Map.of(
            Order.EQUAL, "equals",
            Order.LESS, "is less than",
            Order.LESS_OR_EQUAL, "is at most",
            Order.GREATER, "is greater than",
            Order.GREATER_OR_EQUAL, "is at least");

    private ClauseText() {}

    /** The words of one clause. */
    public static String of(Condition clause) {
        return clause.accept(TEXT);
    }

    /** The clauses of a condition: the alternatives of which one suffices, or the whole where there is but one. In order. */
    public static List<String> clauses(Condition condition) {
        Condition form = NormalForm.of(condition);
        List<Condition> clauses = form instanceof Condition.Any any ? any.parts() : List.of(form);
        return clauses.stream().map(ClauseText::of).toList();
    }

    @Override
    public String all(Condition.All all) {
        return grouped(all.parts(), " and ");
    }

    @Override
    public String any(Condition.Any any) {
        return grouped(any.parts(), " or ");
    }

    @Override
    public String not(Condition.Not not) {
        return "not " + not.part().accept(this);
    }

    @Override
    public String match(Condition.Match match) {
        return field(match.field()) + " " + match.test().accept(this);
    }

    @Override
    public String like(FieldTest.Like like) {
        return pattern(like.pattern()) + (like.cased() ? " in this case" : "");
    }

    private static String pattern(TextPattern pattern) {
        return pattern.exact()
                .map(text -> "is " + quoted(text))
                .or(() -> pattern.contained().map(text -> "contains " + quoted(text)))
                .or(() -> pattern.prefix().map(text -> "starts with " + quoted(text)))
                .or(() -> pattern.suffix().map(text -> "ends with " + quoted(text)))
                .orElseGet(() -> "fits " + parts(pattern));
    }

    private static String parts(TextPattern pattern) {
        return pattern.parts().stream().map(ClauseText::part).collect(Collectors.joining(" "));
    }

    private static String part(TextPattern.Part part) {
        if (part instanceof TextPattern.Literal literal) {
            return quoted(literal.text());
        }
        return part == TextPattern.Wildcard.ANY_RUN ? "*" : "?";
    }

    @Override
    public String regex(FieldTest.Regex regex) {
        return Stream.concat(
                        Stream.of("matches " + quoted(regex.expression())),
                        regex.flags().stream().sorted().map(FieldTest.Regex.Flag::toString))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String subnet(FieldTest.InSubnet subnet) {
        return "is in the network " + quoted(subnet.cidr());
    }

    @Override
    public String compare(FieldTest.Compare compare) {
        return ORDERS.get(compare.order()) + " " + compare.value();
    }

    @Override
    public String exists(FieldTest.Exists exists) {
        return exists.present() ? "is present" : "is absent";
    }

    @Override
    public String equalsField(FieldTest.EqualsField equalsField) {
        return "is the same as " + field(equalsField.other());
    }

    private String grouped(List<Condition> parts, String joint) {
        return parts.stream().map(part -> part.accept(this)).sorted().collect(Collectors.joining(joint, "(", ")"));
    }

    private static String field(String name) {
        return PLAIN_FIELD.matcher(name).matches() ? name : quoted(name);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
