package dev.harrier.evidence;

import java.util.Arrays;
import java.util.Locale;

/** Facts on IP addresses: form, networks, and which ranges are never an attacker's (RFC 6890, RFC 5737, RFC 3849). */
final class Addresses {
    private static final String[][] RESERVED = {
        {"0.0.0.0/8", "this network"},
        {"10.0.0.0/8", "private"},
        {"100.64.0.0/10", "carrier-grade NAT"},
        {"127.0.0.0/8", "loopback"},
        {"169.254.0.0/16", "link-local"},
        {"172.16.0.0/12", "private"},
        {"192.0.0.0/24", "reserved"},
        {"192.0.2.0/24", "documentation"},
        {"192.168.0.0/16", "private"},
        {"198.18.0.0/15", "benchmarking"},
        {"198.51.100.0/24", "documentation"},
        {"203.0.113.0/24", "documentation"},
        {"224.0.0.0/4", "multicast"},
        {"255.255.255.255/32", "broadcast"},
    };
    private static final int[] SHIFT =
            Arrays.stream(RESERVED).mapToInt(range -> shift(range[0])).toArray();
    private static final long[] NETWORK =
            Arrays.stream(RESERVED).mapToLong(range -> base(range[0])).toArray();

    private Addresses() {}

    private static int shift(String network) {
        int slash = network.indexOf('/');
        return slash < 0 ? 0 : 32 - Integer.parseInt(network.substring(slash + 1));
    }

    private static long base(String network) {
        int slash = network.indexOf('/');
        return number(slash < 0 ? network : network.substring(0, slash)) >>> shift(network);
    }

    static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    static boolean hasHostBits(String address, int bits) {
        return bits < 32 && (number(address) & (1L << (32 - bits)) - 1) != 0;
    }

    /** Why an address (no port, no prefix) can't be an attacker's; empty when it can. */
    static String reservedAs(String address) {
        if (address.indexOf(':') >= 0) {
            return reserved6(address.toLowerCase(Locale.ROOT));
        }
        long number = number(address);
        for (int i = 0; i < RESERVED.length; i++) {
            if (number >>> SHIFT[i] == NETWORK[i]) {
                return RESERVED[i][1];
            }
        }
        return "";
    }

    private static String reserved6(String address) {
        if (address.equals("::") || address.equals("::1")) {
            return "loopback";
        }
        if (address.startsWith("2001:db8:") || address.startsWith("2001:0db8:")) {
            return "documentation";
        }
        return address.startsWith("fe80:") || address.startsWith("fc") || address.startsWith("fd")
                ? "private"
                : address.startsWith("ff") ? "multicast" : "";
    }

    /** Whether these characters are an IPv6 address: eight groups, or fewer with one {@code ::}; not a time of day. */
    static boolean isVersion6(char[] chars, int start, int end) {
        int groups = 0;
        int digits = 0;
        int gaps = 0;
        for (int i = start; i < end; i++) {
            if (chars[i] != ':') {
                groups += digits == 0 ? 1 : 0;
                if (++digits > 4) {
                    return false;
                }
            } else {
                gaps += i > start && chars[i - 1] == ':' ? 1 : 0;
                digits = 0;
            }
        }
        boolean startsSingle = chars[start] == ':' && (end - start < 2 || chars[start + 1] != ':');
        return !startsSingle
                && groups > 0
                && (gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7 && plausible(chars, start, end, groups));
    }

    /** {@code a::b} is C++, {@code ::1} and {@code 2001:db8::1} are addresses. */
    private static boolean plausible(char[] chars, int start, int end, int groups) {
        if (groups > 2) {
            return true;
        }
        boolean digit = false;
        for (int i = start; i < end; i++) {
            digit |= Characters.isDigit(chars[i]);
        }
        return digit && (chars[start] == ':' || end - start >= 6);
    }
}
