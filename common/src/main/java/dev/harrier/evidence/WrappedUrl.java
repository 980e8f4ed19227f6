package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isSpace;
import static dev.harrier.evidence.Characters.isWord;

/**
 * A URL whose rest stands on the next line. As narrow tables and listings break them: the URL is alone on its line, its rest is alone on
 * the next, and the break is inside a query, where nothing but the same URL can go on. As {@link ProseWrap} says for prose.
 *
 * @param firstEnd the end of what stands on the first line
 * @param restStart where the rest starts, behind the next line's indentation; {@code firstEnd} when there is none
 * @param restEnd the end of the rest
 */
record WrappedUrl(int firstEnd, int restStart, int restEnd) {
    private static final int INDENT = 12;
    private static final int LONGEST_REST = 512;

    boolean isWrapped() {
        return restEnd > firstEnd;
    }

    /** What goes on behind the URL at {@code [start, end)}, whose trailing punctuation was left off. */
    static WrappedUrl at(RefangedText text, int start, int end) {
        int lineEnd = text.at(end) == '?' || text.at(end) == '_' ? end + 1 : end;
        int rest = nextLine(text, lineEnd);
        WrappedUrl whole = new WrappedUrl(end, end, end);
        if (rest < 0) {
            return whole;
        }
        int restEnd = startsItsLine(text, start) ? restEnd(text, rest) : rest;
        if (restEnd > rest && breaksInsideAQuery(text, lineEnd, rest, restEnd)) {
            return new WrappedUrl(lineEnd, rest, restEnd);
        }
        int inProse = ProseWrap.restEnd(text, start, lineEnd, rest);
        return inProse > rest ? new WrappedUrl(lineEnd, rest, inProse) : whole;
    }

    /** The first character of the next line, when nothing else stands on this one; -1 when something does. */
    private static int nextLine(RefangedText text, int lineEnd) {
        int i = text.at(lineEnd) == '\r' ? lineEnd + 1 : lineEnd;
        if (text.at(i) != '\n') {
            return -1;
        }
        i++;
        int limit = i + INDENT;
        while (i < limit && (text.at(i) == ' ' || text.at(i) == '\t')) {
            i++;
        }
        return i < text.length ? i : -1;
    }

    /** Whether only a list's or table's marks stand before the URL. */
    private static boolean startsItsLine(RefangedText text, int start) {
        int i = start - 1;
        while (i > start - INDENT && (" \t-*|\u2022.)<`\"'".indexOf(text.at(i)) >= 0 || isDigit(text.at(i)))) {
            i--;
        }
        return text.at(i) == '\n';
    }

    /** The end of a single token that is a line of its own; {@code from} when the line holds anything else. */
    private static int restEnd(RefangedText text, int from) {
        int i = from;
        boolean plain = true;
        while (i < from + LONGEST_REST && !isSpace(text.at(i))) {
            char c = text.at(i);
            plain &= c < 128 && (isWord(c) || "/?&=%._~+,;:@$!#".indexOf(c) >= 0) && !text.matches(i, "://");
            i++;
        }
        boolean line = text.at(i) == '\n' || text.at(i) == '\r' || i >= text.length;
        return plain && line ? i : from;
    }

    private static boolean breaksInsideAQuery(RefangedText text, int lineEnd, int rest, int restEnd) {
        char last = text.at(lineEnd - 1);
        char first = text.at(rest);
        if (last == '=' || last == '&' || last == '?' || first == '&' || first == '=' || first == '?') {
            return true;
        }
        return (last == '/' || last == '%' || last == '-') && holdsQuery(text, rest, restEnd);
    }

    private static boolean holdsQuery(RefangedText text, int rest, int restEnd) {
        for (int i = rest; i < restEnd; i++) {
            if (text.chars[i] == '?' || text.chars[i] == '=' || text.chars[i] == '&') {
                return true;
            }
        }
        return false;
    }
}
