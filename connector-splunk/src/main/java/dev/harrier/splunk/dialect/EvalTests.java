package dev.harrier.splunk.dialect;

import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.stream.Collectors;

/** One test of one field as a {@code where} expression. Each is true or false, never null. */
record EvalTests(Columns columns, String field) implements FieldTest.Visitor<String> {
    /** Splunk counts in doubles; beyond this neighbouring integers are one. */
    private static final long LARGEST_EXACT = 1L << 53;

    @Override
    public String like(FieldTest.Like like) {
        String column = columns.of(field).column();
        if (isShared(column)) {
            return hash(column, like);
        }
        Unknown.fits(columns, like.pattern());
        return like.pattern().parts().isEmpty()
                ? "(" + text() + "==\"\")"
                : "match(" + text() + "," + SplLiteral.string(SplLiteral.regex(like.pattern(), like.cased())) + ")";
    }

    @Override
    public String regex(FieldTest.Regex regex) {
        return "match(" + unshared() + "," + SplLiteral.string(RegexText.of(regex)) + ")";
    }

    @Override
    public String subnet(FieldTest.InSubnet subnet) {
        return "cidrmatch(" + SplLiteral.string(Subnet.of(subnet.cidr()).network()) + "," + unshared() + ")";
    }

    /** A value that is no number becomes one that fails the test. */
    @Override
    public String compare(FieldTest.Compare compare) {
        if (Math.abs(compare.value()) >= LARGEST_EXACT) {
            throw new Unsayable("SPL cannot compare with " + compare.value() + " exactly");
        }
        unshared();
        return "(coalesce(tonumber(" + columns.value(columns.of(field).column()) + ")," + failing(compare) + ")"
                + operator(compare.order()) + compare.value() + ")";
    }

    @Override
    public String exists(FieldTest.Exists exists) {
        return "(" + unshared() + (exists.present() ? "!=" : "==") + "\"\")";
    }

    @Override
    public String equalsField(FieldTest.EqualsField equalsField) {
        String other = new EvalTests(columns, equalsField.other()).unshared();
        return "(lower(" + unshared() + ")==lower(" + other + "))";
    }

    private String text() {
        return columns.inEval(columns.of(field).column());
    }

    private String unshared() {
        if (isShared(columns.of(field).column())) {
            throw new Unsayable(columns.mapping().table() + " keeps all hashes in one field; only a whole " + field
                    + " can be looked for there");
        }
        return text();
    }

    private boolean isShared(String column) {
        return columns.cim() && Hashes.isShared(column);
    }

    private String hash(String column, FieldTest.Like like) {
        List<TextPattern> patterns = like.cased()
                ? List.of()
                : Hashes.patterns(field, like.pattern()).orElse(List.of());
        if (patterns.isEmpty()) {
            return unshared();
        }
        return patterns.stream()
                .map(p -> "match(" + columns.inEval(column) + "," + SplLiteral.string(SplLiteral.regex(p, false)) + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static long failing(FieldTest.Compare compare) {
        return switch (compare.order()) {
            case EQUAL, LESS_OR_EQUAL -> compare.value() + 1;
            case LESS, GREATER -> compare.value();
            case GREATER_OR_EQUAL -> compare.value() - 1;
        };
    }

    private static String operator(FieldTest.Compare.Order order) {
        return switch (order) {
            case EQUAL -> "==";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
