package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isSpace;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;

/** Reads hashes by their length, hashes that were wrapped over two lines, import hashes by the word beside them, and ssdeep. */
final class HashReader {
    private static final int LABEL_REACH = 24;
    private static final int INDENT = 12;

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
            int column = column(start, end);
            return column > 0 ? column : wrapped(start, end);
        }
        int halves = halves(start, end);
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

    /**
     * A hash over three lines or more: lines of one length, but for the last, that hold nothing else. Where shorter hashes would fit
     * as well, the lines that belong together are the most that do. Returns where reading goes on, 0 when it is no hash.
     */
    private int column(int start, int end) {
        int width = end - start;
        int at = end;
        int found = 0;
        StringBuilder value = new StringBuilder(text.between(start, end));
        while (value.length() < 128) {
            int next = nextLine(at);
            int last = next < 0 ? -1 : hexEnd(next, width);
            if (last < 0 || !isSpace(text.at(last))) {
                break;
            }
            value.append(text.between(next, last));
            at = last;
            found = byLength(value.length()) != null ? at : found;
            if (last - next < width) {
                break;
            }
        }
        if (found != at || found == 0) {
            return 0;
        }
        out.add(byLength(value.length()), value.toString().toLowerCase(Locale.ROOT), start, at);
        return at;
    }

    /**
     * A hash broken in the middle, whose halves would be hashes too: read as one only where the nearest name of a kind of hash before it
     * is the whole's. Returns where reading goes on, 0 when it is none.
     */
    private int halves(int start, int end) {
        int width = end - start;
        int next = width == 32 || width == 64 ? nextLine(end) : -1;
        int last = next < 0 ? -1 : hexEnd(next, width);
        if (last - next != width || isWord(text.at(last)) || !HashLabel.names(text, start, width * 2 * 4)) {
            return 0;
        }
        String value = text.between(start, end) + text.between(next, last);
        out.add(byLength(2 * width), value.toLowerCase(Locale.ROOT), start, last);
        return last;
    }

    /** Behind one line break and the next line's indentation; -1 when there is none. */
    private int nextLine(int from) {
        int i = from;
        int lines = 0;
        while (i < from + INDENT && isSpace(text.at(i)) && i < text.length) {
            lines += text.chars[i] == '\n' ? 1 : 0;
            i++;
        }
        return lines == 1 && i < text.length ? i : -1;
    }

    /** The end of at most so many hex digits and at least four; -1 when there are more or fewer. */
    private int hexEnd(int from, int width) {
        int i = from;
        while (i <= from + width && isHex(text.at(i))) {
            i++;
        }
        return i - from < 4 || i - from > width ? -1 : i;
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
