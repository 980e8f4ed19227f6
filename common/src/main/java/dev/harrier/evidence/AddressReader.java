package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isBlank;
import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;
import java.util.Set;

/** Reads IPv4 and IPv6 addresses and networks, and tells them from version numbers and times. */
final class AddressReader {
    private static final int LONGEST_V6 = 48;
    private static final Set<String> LABELS =
            Set.of("ip", "ips", "ipv", "addr", "address", "adresse", "server", "host", "from", "to", "at");
    private static final Set<String> VERSIONS = Set.of("v", "ver", "version", "build", "release", "rev");
    private static final Set<String> RELEASES =
            Set.of("alpha", "beta", "final", "release", "preview", "dev", "snapshot");

    private final RefangedText text;
    private final Findings out;

    AddressReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
    }

    /** Four numbers up to 255, canonical (no leading zeros), or empty. */
    static String canonical4(RefangedText text, int start, int end) {
        StringBuilder value = new StringBuilder(15);
        int group = 0;
        int number = -1;
        for (int i = start; i <= end; i++) {
            char c = i < end ? text.chars[i] : '.';
            if (isDigit(c)) {
                number = Math.max(number, 0) * 10 + c - '0';
                if (number > 255 || i >= start + 15) {
                    return "";
                }
            } else if (c == '.' && number >= 0 && group < 4) {
                value.append(group++ == 0 ? "" : ".").append(number);
                number = -1;
            } else {
                return "";
            }
        }
        return group == 4 ? value.toString() : "";
    }

    /** A run of digits and dots. Returns where reading goes on. */
    int version4(int start, int end) {
        String value = canonical4(text, start, end);
        if (value.isEmpty()) {
            return range(start, end);
        }
        if (text.at(start - 1) == '.' && text.at(start - 2) != '.') {
            return end;
        }
        String reason = versionReason(start);
        if (!reason.isEmpty() && !text.isDefanged(start, end)) {
            out.drop(IndicatorType.IPV4, value, start, end, reason);
            return end;
        }
        return text.at(end) == '/' && isDigit(text.at(end + 1))
                ? network(value, start, end)
                : single(value, start, end);
    }

    /** {@code 45.77.1.0-45.77.1.255}: both ends. */
    private int range(int start, int end) {
        int dash = start;
        while (dash < end && text.chars[dash] != '-') {
            dash++;
        }
        String first = canonical4(text, start, dash);
        String last = dash < end ? canonical4(text, dash + 1, end) : "";
        if (!first.isEmpty() && !last.isEmpty()) {
            single(first, start, dash);
            single(last, dash + 1, end);
        }
        return end;
    }

    /**
     * An address with letters run into it, as copied tables have it: {@code IP45.77.1.9}, {@code 45.77.1.9port}. Letters before it
     * alone are more often a product and its version, so they must be a word for an address. Returns where reading goes on.
     */
    int glued(int start, int end) {
        int from = start;
        while (from < end && isLetter(text.chars[from])) {
            from++;
        }
        int to = end;
        while (to > from && isLetter(text.chars[to - 1])) {
            to--;
        }
        String value = to - from < 7 ? "" : canonical4(text, from, to);
        boolean fits =
                end - to >= 3 ? !RELEASES.contains(lower(to, end)) : to == end && LABELS.contains(lower(start, from));
        if (!value.isEmpty() && fits && !VERSIONS.contains(lower(start, from))) {
            single(value, from, to);
        }
        return end;
    }

    private String lower(int start, int end) {
        return text.between(start, end).toLowerCase(Locale.ROOT);
    }

    private int single(String value, int start, int end) {
        out.add(IndicatorType.IPV4, value, start, end);
        return end;
    }

    private int network(String value, int start, int end) {
        int after = end + 1;
        int bits = 0;
        while (after < end + 4 && isDigit(text.at(after))) {
            bits = bits * 10 + text.chars[after++] - '0';
        }
        if (bits > 32 || isWord(text.at(after)) || text.at(after) == '/') {
            return single(value, start, end);
        }
        out.add(IndicatorType.CIDR, value + "/" + bits, start, after);
        if (Addresses.hasHostBits(value, bits)) {
            out.add(IndicatorType.IPV4, value, start, end);
        }
        return after;
    }

    private String versionReason(int start) {
        char before = text.at(start - 1);
        if (before == '/' && isLetter(text.at(start - 2))) {
            return "not an address: a product version";
        }
        if (isBlank(before) || before == '-') {
            int cue = out.lastCue(Cue.VERSION, start - 12, start);
            if (cue >= 0 && onlyWordBetween(cue, start)) {
                return "not an address: a version number";
            }
        }
        return "";
    }

    private boolean onlyWordBetween(int from, int to) {
        int i = from;
        while (i < to && isWord(text.chars[i])) {
            i++;
        }
        return to - i <= 2;
    }

    /** An IPv6 address that starts here (at a hex digit or at {@code ::}). Returns where reading goes on, or 0. */
    int version6(int start) {
        if (isAlphanumeric(text.at(start - 1)) || text.at(start - 1) == ':') {
            return 0;
        }
        int end = start;
        int colons = 0;
        while (end < text.length && end - start < LONGEST_V6 && (isHex(text.chars[end]) || text.chars[end] == ':')) {
            colons += text.chars[end] == ':' ? 1 : 0;
            end++;
        }
        int after = end;
        while (end > start && text.chars[end - 1] == ':' && text.at(end - 2) != ':') {
            end--;
        }
        if (text.at(end) == '.' && colons > 1) {
            return mixed(start, end);
        }
        if (colons < 2 || isAlphanumeric(text.at(end)) || !Addresses.isVersion6(text.chars, start, end)) {
            return colons > 1 && after - start >= LONGEST_V6 ? after : 0;
        }
        return network6(text.between(start, end).toLowerCase(Locale.ROOT), start, end);
    }

    /** {@code ::ffff:45.77.1.9}: the IPv4 address is what telemetry has. */
    private int mixed(int start, int dot) {
        int four = dot;
        while (four > start && isDigit(text.chars[four - 1])) {
            four--;
        }
        int end = dot;
        while (end < text.length && end < four + 16 && (isDigit(text.chars[end]) || text.chars[end] == '.')) {
            end++;
        }
        end = text.at(end - 1) == '.' ? end - 1 : end;
        String value = canonical4(text, four, end);
        return value.isEmpty() || text.at(four - 1) != ':' ? 0 : single(value, four, end);
    }

    private int network6(String value, int start, int end) {
        int after = end + 1;
        while (after < end + 4 && isDigit(text.at(after))) {
            after++;
        }
        boolean prefix = text.at(end) == '/' && after > end + 1 && !isWord(text.at(after)) && text.at(after) != '/';
        int bits = prefix ? Integer.parseInt(text.between(end + 1, after)) : 128;
        if (!prefix || bits > 128) {
            out.add(IndicatorType.IPV6, value, start, end);
            return end;
        }
        out.add(IndicatorType.CIDR, value + "/" + bits, start, after);
        return after;
    }
}
