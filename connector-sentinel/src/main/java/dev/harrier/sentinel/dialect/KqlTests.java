package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldTest.Compare;
import dev.harrier.hunt.FieldTest.EqualsField;
import dev.harrier.hunt.FieldTest.Exists;
import dev.harrier.hunt.FieldTest.InSubnet;
import dev.harrier.hunt.FieldTest.Like;
import dev.harrier.hunt.FieldTest.Regex;
import java.util.Optional;

/** Renders one field's test. A result is never null in KQL's sense, so that {@code not()} of it is exact. */
final class KqlTests implements FieldTest.Visitor<String> {
    private static final String INTEGER = "@\"^-?[0-9]{1,18}$\"";

    private final Subject subject;
    private final Subjects subjects;
    private final KqlPatterns patterns;

    KqlTests(Subject subject, Subjects subjects, KqlPatterns patterns) {
        this.subject = subject;
        this.subjects = subjects;
        this.patterns = patterns;
    }

    @Override
    public String like(Like like) {
        return subject.like(like, patterns);
    }

    @Override
    public String regex(Regex regex) {
        return subject.text() + " matches regex " + KqlLiteral.of(Re2.of(regex.expression(), regex.flags()));
    }

    @Override
    public String subnet(InSubnet subnet) {
        Cidr cidr = Cidr.parse(subnet.cidr());
        String function = cidr.v6() ? "ipv6_is_in_range(" : "ipv4_is_in_range(";
        String call = function + subject.text() + ", " + KqlLiteral.of(cidr.text()) + ")";
        // An IPv4 address is inside ::/0 for Kusto; a family of its own for us. The functions give null for what is no
        // address.
        String guard = cidr.v6() ? subject.text() + " contains \":\" and " : "";
        return "(" + guard + "coalesce(" + call + ", false))";
    }

    @Override
    public String compare(Compare compare) {
        Optional<String> number = subject.number();
        String operand = number.orElseGet(() -> "tolong(" + subject.text() + ")");
        String guard =
                number.map(n -> "isnotnull(" + n + ")").orElseGet(() -> subject.text() + " matches regex " + INTEGER);
        return "(" + guard + " and " + operand + " " + symbol(compare.order()) + " " + compare.value() + ")";
    }

    private static String symbol(Compare.Order order) {
        return switch (order) {
            case EQUAL -> "==";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }

    @Override
    public String exists(Exists exists) {
        return (exists.present() ? "isnotempty(" : "isempty(") + subject.text() + ")";
    }

    @Override
    public String equalsField(EqualsField equalsField) {
        return subject.text() + " =~ " + subjects.of(equalsField.other()).text();
    }
}
