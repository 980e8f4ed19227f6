package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isHex;

import java.util.Locale;

/** Reads hashes by their length, import hashes by the word beside them, and ssdeep. */
final class HashReader {
    private static final int LABEL_REACH = 24;

    private final RefangedText text;
    private final Findings out;
    private final HashLines lines;

    HashReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
        this.lines = new HashLines(text, out);
    }

    /** A run of at least 16 hex digits that no word character touches. Returns where reading goes on, 0 when it is no hash. */
    int hex(int start, int end) {
        IndicatorType type = byLength(end - start);
        if (type == null) {
            int column = lines.column(start, end);
            return column > 0 ? column : lines.wrapped(start, end);
        }
        int halves = lines.halves(start, end);
        if (halves > 0) {
            return halves;
        }
        String value = text.between(start, end).toLowerCase(Locale.ROOT);
        if (oneDigit(value)) {
            out.drop(type, value, start, end, "not a hash: one digit repeated");
        } else {
            labelled(type, value, start, end);
        }
        return end;
    }

    /** A hash with other letters run into it: {@code sample_6e86….}, {@code words6e86…words}; not a part of a path. Returns where reading goes on. */
    int glued(int start, int end) {
        if (text.at(start - 1) == '\\' || text.at(start - 1) == '/') {
            return end;
        }
        int from = start;
        while (from < end) {
            int to = from;
            while (to < end && isHex(text.chars[to])) {
                to++;
            }
            IndicatorType type = byLength(to - from);
            if (type != null && !isNumber(from) && isHashLike(from, to)) {
                labelled(type, text.between(from, to).toLowerCase(Locale.ROOT), from, to);
            }
            from = to + 1;
        }
        return end;
    }

    /** {@code 0x…}: a constant in code. */
    private boolean isNumber(int from) {
        return Characters.lower(text.at(from - 1)) == 'x' && text.at(from - 2) == '0';
    }

    /** Digits and letters, the letters in one case. */
    private boolean isHashLike(int from, int to) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < to; i++) {
            char c = text.chars[i];
            digit |= Characters.isDigit(c);
            upper |= Characters.isUpper(c);
            lower |= c >= 'a';
        }
        return digit && upper != lower;
    }

    private void labelled(IndicatorType type, String value, int start, int end) {
        int from = start - LABEL_REACH;
        if (out.hasCue(Cue.OTHER_HASH, from, start)) {
            out.drop(type, value, start, end, "not a file hash: an authentihash, a commit, a digest");
        } else if (type == IndicatorType.MD5 && isImportHash(from, start)) {
            out.add(IndicatorType.IMPHASH, value, start, end);
        } else if (type == IndicatorType.MD5 && out.hasCue(Cue.JA3, from, start)) {
            out.add(IndicatorType.JA3, value, start, end);
        } else {
            out.add(type, value, start, end);
        }
    }

    /** {@code imphash}, {@code import hash}; to import is a verb as well. */
    private boolean isImportHash(int from, int start) {
        int cue = out.lastCue(Cue.IMPHASH, from, start);
        return cue >= 0 && (!text.matches(cue, "import") || text.matches(cue, "import hash"));
    }

    private static boolean oneDigit(String value) {
        return value.chars().allMatch(c -> c == '0') || value.chars().allMatch(c -> c == 'f');
    }

    static IndicatorType byLength(int length) {
        return switch (length) {
            case 32 -> IndicatorType.MD5;
            case 40 -> IndicatorType.SHA1;
            case 64 -> IndicatorType.SHA256;
            case 128 -> IndicatorType.SHA512;
            default -> null;
        };
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
