package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isSpace;
import static dev.harrier.evidence.Characters.isWord;

/** Where a URL ends: at a blank, a quote or an unmatched closing bracket; then without trailing punctuation. */
record UrlEnd(RefangedText text) {
    private static final int LONGEST = 2083;
    private static final int LONGEST_FIELDS = 80;
    private static final String ENDS = "\"<>`|\\\u201c\u201d\u2018\u2019\u00ab\u00bb\uff1e\uff1c^";

    /** The end of what goes on at {@code from}, the place behind the scheme or the host. */
    int end(int from) {
        int limit = Math.min(text.length, from + LONGEST);
        int round = 0;
        int square = 0;
        int i = from;
        while (i < limit && !isSpace(text.chars[i])) {
            char c = text.chars[i];
            if (ENDS.indexOf(c) >= 0) {
                int after = c == '<' ? placeholder(i) : i;
                if (after == i) {
                    break;
                }
                i = after;
                continue;
            }
            round += c == '(' ? 1 : c == ')' ? -1 : 0;
            square += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (round < 0 || square < 0 || (c == '[' && linkText(i)) || ((c == ',' || c == ';') && endsAField(i))) {
                break;
            }
            i++;
        }
        return trimmed(from, i);
    }

    /** A comma or semicolon before the next URL, or before a row's other fields, two or more plain words: {@code …/a,malware,online}. */
    private boolean endsAField(int separator) {
        if (text.matches(separator + 1, "http") || text.matches(separator + 1, "ftp:")) {
            return true;
        }
        int fields = 0;
        int i = separator;
        while (text.at(i) == ',' && isLetter(text.at(i + 1)) && i < separator + LONGEST_FIELDS) {
            i++;
            fields++;
            while (isWord(text.at(i)) && i < separator + LONGEST_FIELDS) {
                i++;
            }
        }
        return fields > 1 && (isSpace(text.at(i)) || i >= text.length);
    }

    /** AsciiDoc's {@code https://host/path[words]}. */
    private boolean linkText(int bracket) {
        char next = text.at(bracket + 1);
        return isWord(next) || next == ']' || next == '^';
    }

    /** {@code <PC_Name>} inside a URL, where the address goes on behind it. */
    private int placeholder(int open) {
        int i = open + 1;
        while (i < text.length && i < open + 32 && isWord(text.chars[i])) {
            i++;
        }
        boolean goesOn = text.at(i) == '>' && i > open + 1 && "/_.-&=?".indexOf(text.at(i + 1)) >= 0;
        return goesOn ? i + 1 : open;
    }

    private int trimmed(int from, int to) {
        int end = to;
        String unmatched = "";
        while (end > from && ".,;:!?'*+_\u2026()[]{}".indexOf(text.chars[end - 1]) >= 0) {
            char last = text.chars[end - 1];
            if (unmatched.indexOf(last) < 0 && closes(from, end - 1)) {
                return end;
            }
            unmatched = ")]}".indexOf(last) >= 0 && unmatched.indexOf(last) < 0 ? unmatched + last : unmatched;
            end--;
        }
        return end;
    }

    /** Whether a bracket opens before this one closes. When one does not, none of its kind before it does, and nobody asks again. */
    private boolean closes(int from, int at) {
        char open = text.chars[at] == ')' ? '(' : text.chars[at] == ']' ? '[' : text.chars[at] == '}' ? '{' : 0;
        for (int i = at - 1; open != 0 && i >= from && i > at - 256; i--) {
            if (text.chars[i] == open) {
                return true;
            }
        }
        return false;
    }
}
