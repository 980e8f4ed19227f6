package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isSpace;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;

/** Reads hashes that were broken over lines: in two, in halves, in many. */
record HashLines(RefangedText text, Findings out) {
    private static final int INDENT = 12;

    /** A hash whose rest stands on the next line: only when both parts make exactly one hash and nothing else stands on its line end. */
    int wrapped(int start, int end) {
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
        IndicatorType type = HashReader.byLength(end - start + rest);
        if (lines != 1 || rest < 4 || type == null || HashReader.byLength(rest) != null || isWord(text.at(last))) {
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
    int column(int start, int end) {
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
            found = HashReader.byLength(value.length()) != null ? at : found;
            if (last - next < width) {
                break;
            }
        }
        if (found != at || found == 0) {
            return 0;
        }
        out.add(HashReader.byLength(value.length()), value.toString().toLowerCase(Locale.ROOT), start, at);
        return at;
    }

    /**
     * A hash broken in the middle, whose halves would be hashes too: read as one only where the nearest name of a kind of hash before it
     * is the whole's. Returns where reading goes on, 0 when it is none.
     */
    int halves(int start, int end) {
        int width = end - start;
        int next = width == 32 || width == 64 ? nextLine(end) : -1;
        int last = next < 0 ? -1 : hexEnd(next, width);
        if (last - next != width || isWord(text.at(last)) || !HashLabel.names(text, start, width * 2 * 4)) {
            return 0;
        }
        String value = text.between(start, end) + text.between(next, last);
        out.add(HashReader.byLength(2 * width), value.toLowerCase(Locale.ROOT), start, last);
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
}
