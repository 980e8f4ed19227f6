package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.regex.Pattern;

/**
 * {@code field=value} of a search term in SQL: without regard to case, {@code *} as the only wildcard, an address with a prefix
 * length as a network, and false where the field is absent.
 */
final class TermSql {
    private static final Pattern SUBNET = Pattern.compile("[0-9a-fA-F.:]+/\\d+");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private TermSql() {}

    /** True, or false, never null. */
    static String equal(Sql field, String value) {
        if (value.equals("*")) {
            return "(" + field.text() + " IS NOT NULL)";
        }
        return "coalesce(" + test(field, value) + ", false)";
    }

    /** A numeric comparison, where both sides are numbers. */
    static String ordered(Sql field, String operator, Token value) {
        if (!NUMBER.matcher(value.value()).matches()) {
            throw new SyntaxProblem("only numbers can be compared so", value.start());
        }
        return "coalesce(" + field.asNumber().text() + " " + operator + " " + value.value() + ", false)";
    }

    private static String test(Sql field, String value) {
        if (field.type() == Type.INTEGER && WHOLE.matcher(value).matches()) {
            return field.text() + " = " + value;
        }
        String text = field.asText().text();
        if (SUBNET.matcher(value).matches()) {
            return SubnetSql.contains(Subnet.of(value), text);
        }
        return value.indexOf('*') < 0 ? "lower(" + text + ") = " + lower(value) : like(text, value);
    }

    private static String like(String text, String value) {
        boolean open = value.startsWith("*");
        boolean ends = value.endsWith("*");
        String inner = value.substring(open ? 1 : 0, value.length() - (ends && value.length() > 1 ? 1 : 0));
        if (inner.indexOf('*') >= 0) {
            return "lower(" + text + ") LIKE " + lower(pattern(value)) + " ESCAPE '\\'";
        }
        String function = open && ends ? "contains" : open ? "suffix" : "prefix";
        return function + "(lower(" + text + "), " + lower(inner) + ")";
    }

    private static String pattern(String value) {
        return value.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace("*", "%");
    }

    private static String lower(String value) {
        return "lower(" + SqlText.literal(value) + ")";
    }
}
