package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isSpace;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;

/** Reads hashes by their length, hashes that were wrapped over two lines, import hashes by the word beside them, and ssdeep. */
final class HashReader {
    private static final int LABEL_REACH = 24;

    private final RefangedText text;
    private final Findings out;

    HashReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
    }

    /** A run of at least 16 hex digits that no word character touches. Returns where reading goes on, 0 when it is no hash. */
    int hex(int start, int end) {
        IndicatorType type = byLength(end - start);
        if (type == null) {
            return wrapped(start, end);
        }
        String value = text.between(start, end).toLowerCase(Locale.ROOT);
        if (oneDigit(value)) {
            out.drop(type, value, start, end, "not a hash: one digit repeated");
        } else {
            labelled(type, value, start, end);
        }
        return end;
    }

    private void labelled(IndicatorType type, String value, int start, int end) {
        int from = start - LABEL_REACH;
        if (out.hasCue(Cue.OTHER_HASH, from, start)) {
            out.drop(type, value, start, end, "not a file hash: an authentihash, a commit, a digest");
        } else if (type == IndicatorType.MD5 && out.hasCue(Cue.IMPHASH, from, start)) {
            out.add(IndicatorType.IMPHASH, value, start, end);
        } else if (type == IndicatorType.MD5 && out.hasCue(Cue.JA3, from, start)) {
            out.add(IndicatorType.JA3, value, start, end);
        } else {
            out.add(type, value, start, end);
        }
    }

    private static boolean oneDigit(String value) {
        return value.chars().allMatch(c -> c == '0') || value.chars().allMatch(c -> c == 'f');
    }

    private static IndicatorType byLength(int length) {
        return switch (length) {
            case 32 -> IndicatorType.MD5;
            case 40 -> IndicatorType.SHA1;
            case 64 -> IndicatorType.SHA256;
            case 128 -> IndicatorType.SHA512;
            default -> null;
        };
    }

    /** A hash whose rest stands on the next line: only when both parts make exactly one hash and nothing else stands on its line end. */
    private int wrapped(int start, int end) {
        int next = end;
        int lines = 0;
        while (next < text.length && next < end + 12 && isSpace(text.chars[next])) {
            lines += text.chars[next] == '\n' ? 1 : 0;
            next++;
        }
        int last = next;
        while (last < text.length && last < next + 128 && isHex(text.chars[last])) {
            last++;
        }
        int rest = last - next;
        IndicatorType type = byLength(end - start + rest);
        if (lines != 1 || rest < 4 || type == null || byLength(rest) != null || isWord(text.at(last))) {
            return 0;
        }
        String value = text.between(start, end) + text.between(next, last);
        out.add(type, value.toLowerCase(Locale.ROOT), start, last);
        return last;
    }

    /** {@code blocksize:hash:hash}; {@code end} is at the first colon. Returns where reading goes on. */
    int fuzzy(int start, int end) {
        int first = base64(end + 1);
        if (end - start > 10 || text.at(first) != ':' || first - end < 4) {
            return end;
        }
        int second = base64(first + 1);
        if (second - first < 4 || first - end - 1 + second - first < 20 || isAlphanumeric(text.at(second))) {
            return end;
        }
        out.add(IndicatorType.SSDEEP, text.between(start, second), start, second);
        return second;
    }

    private int base64(int from) {
        int i = from;
        while (i < text.length
                && i < from + 120
                && (isAlphanumeric(text.chars[i]) || text.chars[i] == '+' || text.chars[i] == '/')) {
            i++;
        }
        return i;
    }
}
