package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isBlank;
import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

/** Reads IPv4 and IPv6 addresses and networks, and tells them from version numbers and times. */
final class AddressReader {
    private static final int LONGEST_V6 = 48;

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
        if (value.isEmpty() || text.at(start - 1) == '.') {
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
        if (colons < 2 || isAlphanumeric(text.at(end)) || !Addresses.isVersion6(text.chars, start, end)) {
            return colons > 1 && after - start >= LONGEST_V6 ? after : 0;
        }
        out.add(IndicatorType.IPV6, text.between(start, end).toLowerCase(java.util.Locale.ROOT), start, end);
        return end;
    }
}
