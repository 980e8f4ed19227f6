package dev.harrier.hunt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text that two conditions share exactly when their normal forms differ at most in the order of parts. For identities: every
 * text in it is preceded by its length, so that no value can pass for structure.
 */
public final class CanonicalText implements Condition.Visitor<String>, FieldTest.Visitor<String> {
    private static final CanonicalText TEXT = new CanonicalText();

    private CanonicalText() {}

    /** The canonical text of a condition. */
    public static String of(Condition condition) {
        return NormalForm.of(condition).accept(TEXT);
    }

    @Override
    public String all(Condition.All all) {
        return "all" + sorted(all.parts());
    }

    @Override
    public String any(Condition.Any any) {
        return "any" + sorted(any.parts());
    }

    @Override
    public String not(Condition.Not not) {
        return "not(" + not.part().accept(this) + ")";
    }

    @Override
    public String match(Condition.Match match) {
        return sized(match.field()) + match.test().accept(this);
    }

    @Override
    public String like(FieldTest.Like like) {
        String parts = like.pattern().parts().stream()
                .map(p -> p instanceof TextPattern.Literal literal ? sized(literal.text()) : p.toString())
                .collect(Collectors.joining(","));
        return (like.cased() ? "cased(" : "like(") + parts + ")";
    }

    @Override
    public String regex(FieldTest.Regex regex) {
        return "regex(" + sized(regex.expression())
                + regex.flags().stream().sorted().toList() + ")";
    }

    @Override
    public String subnet(FieldTest.InSubnet subnet) {
        return "subnet(" + sized(subnet.cidr()) + ")";
    }

    @Override
    public String compare(FieldTest.Compare compare) {
        return "compare(" + compare.order() + " " + compare.value() + ")";
    }

    @Override
    public String exists(FieldTest.Exists exists) {
        return "exists(" + exists.present() + ")";
    }

    @Override
    public String equalsField(FieldTest.EqualsField equalsField) {
        return "equals(" + sized(equalsField.other()) + ")";
    }

    private String sorted(List<Condition> parts) {
        return parts.stream().map(p -> p.accept(this)).sorted().collect(Collectors.joining(",", "(", ")"));
    }

    private static String sized(String text) {
        return text.length() + ":" + text;
    }
}
