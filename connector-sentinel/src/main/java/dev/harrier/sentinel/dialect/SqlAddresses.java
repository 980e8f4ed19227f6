package dev.harrier.sentinel.dialect;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Address arithmetic in plain SQL; null for what is no address of the family, as in Kusto. */
final class SqlAddresses {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})";
    private static final String V4 = "'" + BYTE + "(\\." + BYTE + "){3}'";
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private SqlAddresses() {}

    static SqlValue inRange(String address, Cidr range) {
        return range.v6() ? inRange6(address, range) : inRange4(address, range);
    }

    static SqlValue isPrivate(String address) {
        return SqlValue.flag(PRIVATE.stream()
                .map(r -> inRange4(address, Cidr.parse(r)).sql())
                .collect(Collectors.joining(" OR ")));
    }

    private static SqlValue inRange4(String address, Cidr range) {
        long network = 0;
        for (int group : range.groups()) {
            network = network * 256 + group;
        }
        String value = IntStream.rangeClosed(1, 4)
                .mapToObj(i ->
                        "TRY_CAST(split_part(" + address + ", '.', " + i + ") AS BIGINT) * " + (1L << (8 * (4 - i))))
                .collect(Collectors.joining(" + ", "(", ")"));
        long size = 1L << (32 - range.prefix());
        return SqlValue.flag("CASE WHEN regexp_full_match(" + address + ", " + V4 + ") THEN " + value + " // " + size
                + " = " + network / size + " END");
    }

    private static SqlValue inRange6(String address, Cidr range) {
        String hex = hex(address);
        String network =
                range.groups().stream().map(g -> String.format("%04x", g)).collect(Collectors.joining());
        int whole = range.prefix() / 4;
        int bits = range.prefix() % 4;
        String test = "substring(" + hex + ", 1, " + whole + ") = '" + network.substring(0, whole) + "'";
        if (bits > 0) {
            test += " AND substring(" + hex + ", " + (whole + 1) + ", 1) IN (" + nibbles(network.charAt(whole), bits)
                    + ")";
        }
        return SqlValue.flag("CASE WHEN regexp_full_match(" + address + ", '[0-9a-fA-F:]{2,39}') AND length(" + hex
                + ") = 32 THEN " + test + " END");
    }

    private static String nibbles(char digit, int bits) {
        int shift = 4 - bits;
        int wanted = Character.digit(digit, 16) >> shift;
        return IntStream.range(0, 16)
                .filter(n -> n >> shift == wanted)
                .mapToObj(n -> "'" + Integer.toHexString(n) + "'")
                .collect(Collectors.joining(", "));
    }

    /** All 32 digits of an address. */
    private static String hex(String address) {
        String lower = "lower(" + address + ")";
        String left = "split_part(" + lower + ", '::', 1)";
        String right = "split_part(" + lower + ", '::', 2)";
        String zeros = "repeat('0', greatest(0, 32 - length(" + padded(left) + ") - length(" + padded(right) + ")))";
        return "CASE WHEN contains(" + address + ", '::') THEN " + padded(left) + " || " + zeros + " || "
                + padded(right) + " ELSE " + padded(lower) + " END";
    }

    private static String padded(String groups) {
        return "(CASE WHEN " + groups + " = '' THEN '' ELSE array_to_string(list_transform(string_split(" + groups
                + ", ':'), lambda g : lpad(g, 4, '0')), '') END)";
    }
}
