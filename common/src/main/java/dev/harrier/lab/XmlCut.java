package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** See {@link RecordCuts#XML_EVENTS}. What stands between two events is a record of its own. */
final class XmlCut implements RecordCut {
    private static final byte[] BEGIN = "<Event".getBytes(US_ASCII);
    private static final byte[] END = "</Event".getBytes(US_ASCII);

    @Override
    public int end(byte[] bytes, int from, int to, boolean last) {
        int start = from;
        while (start < to && isSpace(bytes[start])) {
            start++;
        }
        int end = isEvent(bytes, start, to) ? endOfEvent(bytes, start, to) : other(bytes, start, to);
        return end == OPEN && last ? to : end;
    }

    private static int endOfEvent(byte[] bytes, int from, int to) {
        for (int i = from; i + END.length < to; i++) {
            if (bytes[i] == '<' && startsWith(END, bytes, i, to)) {
                int close = close(bytes, i + END.length, to);
                if (close != OPEN) {
                    return close;
                }
            }
        }
        return OPEN;
    }

    private static int other(byte[] bytes, int from, int to) {
        int event = begin(bytes, from, to);
        return event == to ? OPEN : event;
    }

    /** Behind the bracket that may have white space before it. */
    private static int close(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isSpace(bytes[at])) {
            at++;
        }
        return at < to && bytes[at] == '>' ? at + 1 : OPEN;
    }

    /** Whether an event begins here. */
    static boolean isEvent(byte[] bytes, int from, int to) {
        int behind = from + BEGIN.length;
        return startsWith(BEGIN, bytes, from, to) && behind < to && (bytes[behind] == '>' || isSpace(bytes[behind]));
    }

    /** Where the first event begins; the end if there is none. */
    static int begin(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !(bytes[at] == '<' && isEvent(bytes, at, to))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    private static boolean startsWith(byte[] word, byte[] bytes, int from, int to) {
        boolean same = to - from >= word.length;
        for (int i = 0; i < word.length && same; i++) {
            same = bytes[from + i] == word[i];
        }
        return same;
    }
}
