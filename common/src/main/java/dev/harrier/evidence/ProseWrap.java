package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isSpace;
import static dev.harrier.evidence.Characters.isWord;

/**
 * A defanged URL that ran over the end of a line of wrapped prose: the line is as long as such lines are, would have been too long with
 * the rest, breaks at a sign inside the address, and the rest has a sign of an address itself. Looks no further than a line.
 */
final class ProseWrap {
    private static final int SHORTEST_LINE = 40;
    private static final int LONGEST_LINE = 200;
    private static final int FULL_LINE = 72;
    private static final String SIGNS = "/?=&%";

    private ProseWrap() {}

    /** The end of the rest that starts at {@code rest}, without punctuation behind it; {@code rest} when nothing goes on there. */
    static int restEnd(RefangedText text, int start, int lineEnd, int rest) {
        boolean broken = "/-_=&?%".indexOf(text.at(lineEnd - 1)) >= 0 || "?&=".indexOf(text.at(rest)) >= 0;
        if (!broken || !text.isDefanged(start, lineEnd)) {
            return rest;
        }
        int tokenEnd = tokenEnd(text, rest);
        int width = lineEnd - lineStart(text, start);
        boolean full = width >= SHORTEST_LINE && width < LONGEST_LINE && width + tokenEnd - rest > FULL_LINE;
        int end = trimmed(text, rest, tokenEnd);
        return full && goesOn(text, rest, end) ? end : rest;
    }

    private static int lineStart(RefangedText text, int from) {
        int i = from;
        while (i > 0 && i > from - LONGEST_LINE && text.chars[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    private static int tokenEnd(RefangedText text, int from) {
        int i = from;
        while (i < text.length && i < from + LONGEST_LINE && !isSpace(text.chars[i])) {
            i++;
        }
        return i;
    }

    private static int trimmed(RefangedText text, int from, int to) {
        int end = to;
        while (end > from && ".,;:!?)]}\"'`*>".indexOf(text.chars[end - 1]) >= 0) {
            end--;
        }
        return end;
    }

    /** Plain characters of an address, one of them a sign or the dot of a page's name, and no address of its own. */
    private static boolean goesOn(RefangedText text, int from, int to) {
        boolean sign = false;
        for (int i = from; i < to; i++) {
            char c = text.chars[i];
            boolean plain = c < 128 && (isWord(c) || SIGNS.indexOf(c) >= 0 || "._~+:@#,;$!".indexOf(c) >= 0);
            if (!plain || text.matches(i, "://") || text.isDefanged(i, i + 1)) {
                return false;
            }
            sign |= SIGNS.indexOf(c) >= 0 || isPage(text, i, to);
        }
        return sign && !Characters.isUpper(text.chars[from]);
    }

    private static boolean isPage(RefangedText text, int dot, int to) {
        int start = dot + 1;
        boolean named = text.chars[dot] == '.' && to - start >= 2 && to - start <= 5;
        return named
                && !Boolean.TRUE.equals(Suffixes.lastLabel(text.chars, start, to))
                && Suffixes.lastLabel(text.chars, start, to) != null;
    }
}
