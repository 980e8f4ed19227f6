package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Whether a text is an address inside a network, in SQL without extensions: the address becomes fixed-width hexadecimal digits,
 * which sort as numbers do.
 */
final class SubnetSql {
    private static final String V4 =
            "CASE WHEN regexp_full_match(a, '([0-9]{1,3}\\.){3}[0-9]{1,3}') THEN array_to_string("
                    + "list_transform(string_split(a, '.'), lambda p: CASE WHEN CAST(p AS INTEGER) < 256 THEN lpad(to_hex(CAST(p AS INTEGER)), 2, '0') END), '') END";
    /** Groups left and right of {@code ::}, zeros between. */
    private static final String V6 = "CASE WHEN contains(a, ':') AND regexp_full_match(a, '[0-9a-fA-F:]+') THEN "
            + "array_to_string(list_transform(list_filter(string_split(split_part(a, '::', 1), ':'), lambda p: p <> ''), lambda p: lpad(p, 4, '0')), '')"
            + " || repeat('0', 32 - 4 * len(list_filter(string_split(a, ':'), lambda p: p <> '')))"
            + " || array_to_string(list_transform(list_filter(string_split(split_part(a, '::', 2), ':'), lambda p: p <> ''), lambda p: lpad(p, 4, '0')), '') END";

    private SubnetSql() {}

    /** Null where the text is null, false or null where it is no address of the network's family. */
    static String contains(Subnet subnet, String text) {
        String digits = subnet.bits() == 32 ? V4 : V6;
        return "list_transform([" + text + "], lambda a: upper(" + digits + ") BETWEEN "
                + hex(subnet.first(), subnet.bits()) + " AND " + hex(subnet.last(), subnet.bits()) + ")[1]";
    }

    private static String hex(BigInteger number, int bits) {
        String digits = number.toString(16).toUpperCase(Locale.ROOT);
        return SqlText.literal("0".repeat(bits / 4 - digits.length()) + digits);
    }
}
