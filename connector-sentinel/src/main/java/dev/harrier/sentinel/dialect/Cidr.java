package dev.harrier.sentinel.dialect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A network in CIDR notation, read strictly and without any name lookup. */
record Cidr(String text, boolean v6, List<Integer> groups, int prefix) {
    private static final Pattern V4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    Cidr {
        groups = List.copyOf(groups);
    }

    /** Bytes (IPv4) or 16-bit groups (IPv6). */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v6 = address.indexOf(':') >= 0;
        int most = v6 ? 128 : 32;
        int prefix = slash < 0 ? most : prefix(text.substring(slash + 1), text);
        List<Integer> groups = v6 ? groups6(address, text) : groups4(address, text);
        if (prefix > most) {
            throw bad(text);
        }
        return new Cidr(text, v6, groups, prefix);
    }

    private static int prefix(String digits, String text) {
        if (!digits.matches("[0-9]{1,3}")) {
            throw bad(text);
        }
        return Integer.parseInt(digits);
    }

    private static List<Integer> groups4(String address, String text) {
        if (!V4.matcher(address).matches()) {
            throw bad(text);
        }
        List<Integer> bytes =
                Stream.of(address.split("\\.")).map(Integer::valueOf).toList();
        if (bytes.stream().anyMatch(b -> b > 255)) {
            throw bad(text);
        }
        return bytes;
    }

    private static List<Integer> groups6(String address, String text) {
        int gap = address.indexOf("::");
        List<Integer> left = part(gap < 0 ? address : address.substring(0, gap), text);
        List<Integer> right = gap < 0 ? List.of() : part(address.substring(gap + 2), text);
        int missing = 8 - left.size() - right.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw bad(text);
        }
        Stream<Integer> zeros = Stream.generate(() -> 0).limit(missing);
        return Stream.of(left.stream(), zeros, right.stream()).flatMap(s -> s).toList();
    }

    private static List<Integer> part(String groups, String text) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return Stream.of(groups.split(":", -1)).map(g -> group(g, text)).toList();
    }

    private static int group(String hex, String text) {
        if (!GROUP.matcher(hex).matches()) {
            throw bad(text);
        }
        return Integer.parseInt(hex, 16);
    }

    private static UnsupportedInKqlException bad(String text) {
        return new UnsupportedInKqlException("not a network in CIDR notation: " + text);
    }
}
