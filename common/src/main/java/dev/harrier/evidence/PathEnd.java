package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isWord;

/** Where a Windows path or registry key ends: behind which segment, whose blanks are its own. */
record PathEnd(RefangedText text) {
    private static final int LONGEST = 400;
    private static final int BLANK_REACH = 40;

    /** Where a path ends that stands alone between quotation marks, blanks and all; -1 when what stands there is more than a path. */
    int quotedEnd(int start) {
        char open = text.at(start - 1);
        if (open != '"' && open != '`' && open != '\'') {
            return -1;
        }
        int blanks = 0;
        for (int i = start; i < text.length && i < start + LONGEST; i++) {
            char c = text.chars[i];
            if (c == open) {
                return blanks <= 4 ? i : -1;
            }
            boolean option = c == ' ' && "-/%\"<>|&".indexOf(text.at(i + 1)) >= 0;
            if (c < ' ' || option || ends(c) || (c == ' ' && isExecutableAt(i - 3))) {
                return -1;
            }
            blanks += c == ' ' ? 1 : 0;
        }
        return -1;
    }

    /** Consumes segments; a blank belongs to a path when a backslash follows soon, or an extension does. */
    int end(int from, boolean registry) {
        int limit = Math.min(text.length, from + LONGEST);
        boolean extension = false;
        int i = from;
        while (i < limit) {
            char c = text.chars[i];
            if (c == '\\') {
                extension = false;
            } else if (c == '.' && isAlphanumeric(text.at(i + 1))) {
                extension = !registry;
            } else if ((c == ' ' && !(!extension && blankBelongs(i, registry))) || ends(c) || markup(i)) {
                break;
            }
            i++;
        }
        return trimmed(from, i);
    }

    /** Without trailing punctuation, blanks and brackets that close what was opened before the path. */
    private int trimmed(int from, int to) {
        int end = to;
        String unmatched = "";
        while (end > from && ".,;:)]}'\\ ".indexOf(text.chars[end - 1]) >= 0) {
            char last = text.chars[end - 1];
            if (unmatched.indexOf(last) < 0 && opened(from, end - 1)) {
                return end;
            }
            unmatched = ")]}".indexOf(last) >= 0 && unmatched.indexOf(last) < 0 ? unmatched + last : unmatched;
            end--;
        }
        return end;
    }

    /** Whether a bracket opens before this one closes. When one does not, none of its kind before it does, and nobody asks again. */
    private boolean opened(int from, int at) {
        char open =
                switch (text.chars[at]) {
                    case ')' -> '(';
                    case ']' -> '[';
                    case '}' -> '{';
                    default -> 0;
                };
        for (int i = at; open != 0 && i >= from; i--) {
            if (text.chars[i] == open) {
                return true;
            }
        }
        return false;
    }

    /** The tag of a footnote, a line break, or an end tag. */
    private boolean markup(int i) {
        return text.chars[i] == '<' && (text.at(i + 1) == '/' || text.matches(i, "<sup") || text.matches(i, "<br"));
    }

    private boolean ends(char c) {
        return c < ' ' || "\"`|*?;,\u201c\u201d\u2018\u2019\u00a0'".indexOf(c) >= 0;
    }

    private boolean blankBelongs(int blank, boolean registry) {
        int words = 0;
        for (int i = blank + 1; i < text.length && i < blank + BLANK_REACH; i++) {
            char c = text.chars[i];
            if (c == '\\') {
                return i > blank + 1 && text.at(i - 1) != ' ';
            }
            if (c == ':' || c == '/' || ends(c) || c == '%' || c == '<' || hiveAt(i)) {
                return false;
            }
            words += c == ' ' ? 1 : 0;
            if (!registry && c == '.' && isExecutableAt(i + 1)) {
                return words <= 2;
            }
            if (words > 4 || (c == '.' && !isAlphanumeric(text.at(i + 1)))) {
                return false;
            }
        }
        return false;
    }

    private boolean hiveAt(int i) {
        return text.chars[i] == 'H' && text.at(i + 1) == 'K' && text.at(i - 1) == ' ';
    }

    private boolean isExecutableAt(int i) {
        return (text.matches(i, "exe") || text.matches(i, "dll") || text.matches(i, "lnk") || text.matches(i, "bat"))
                && !isWord(text.at(i + 3));
    }

    /** AsciiDoc's {@code ++path++} without its marks. */
    int withoutMarks(int start, int end) {
        boolean marked = text.at(start - 1) == '+' && text.at(end - 1) == '+' && text.at(end - 2) == '+';
        return marked ? end - 2 : end;
    }
}
