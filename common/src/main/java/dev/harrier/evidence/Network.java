package dev.harrier.evidence;

import java.util.Optional;

/**
 * A range of IP addresses, or one. IPv4 stands in IPv6's {@code ::ffff:0:0/96}, so that one kind of number serves both.
 *
 * @param high the first 64 bits, those behind the prefix zero
 * @param low the last 64 bits, those behind the prefix zero
 * @param bits the prefix's length, from 0 to 128
 */
record Network(long high, long low, int bits) {
    private static final int FOUR_IN_SIX = 96;

    Network {
        high &= mask(bits);
        low &= mask(bits - 64);
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
    }

    /** Reads {@code 45.77.0.0/16}, {@code 2a02::/32}, or an address without a prefix; empty when it is neither. */
    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean four = Hosts.isAddress4(address);
        int bits = slash < 0 ? (four ? 32 : 128) : prefix(text.substring(slash + 1));
        if (bits < 0 || bits > (four ? 32 : 128)) {
            return Optional.empty();
        }
        return four
                ? Optional.of(new Network(0, 0xffff_0000_0000L | Addresses.number(address), FOUR_IN_SIX + bits))
                : version6(address, bits);
    }

    private static int prefix(String digits) {
        boolean fits =
                digits.length() <= 3 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Integer.parseInt(digits) : -1;
    }

    private static Optional<Network> version6(String address, int bits) {
        char[] chars = address.toCharArray();
        if (address.isEmpty()
                || !address.chars().allMatch(c -> c == ':' || Characters.isHex((char) c))
                || !Addresses.isVersion6(chars, 0, chars.length)) {
            return Optional.empty();
        }
        int gap = address.indexOf("::");
        String[] head = groups(gap < 0 ? address : address.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : address.substring(gap + 2));
        long[] halves = new long[2];
        fill(halves, 0, head);
        fill(halves, 8 - tail.length, tail);
        return Optional.of(new Network(halves[0], halves[1], bits));
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static void fill(long[] halves, int from, String[] groups) {
        for (int i = 0; i < groups.length; i++) {
            halves[(from + i) / 4] |= Long.parseLong(groups[i], 16) << (48 - 16 * ((from + i) % 4));
        }
    }

    /** This network's addresses and all that share no more than their first {@code fewer} bits. */
    Network widenedTo(int fewer) {
        return new Network(high, low, fewer);
    }

    boolean isEverything() {
        return bits == 0 || (bits == FOUR_IN_SIX && high == 0 && low == 0xffff_0000_0000L);
    }
}
