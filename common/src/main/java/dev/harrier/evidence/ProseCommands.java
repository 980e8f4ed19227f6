package dev.harrier.evidence;

/**
 * Commands that stand in a sentence without quotation marks: {@code it ran cmd.exe /c whoami and left}. A known program with its
 * ending, then a switch or path at once; ends where prose goes on.
 */
final class ProseCommands {
    private static final int LONGEST = 400;
    private static final int ENDING = 4;

    /** Takes a command's range. */
    interface Taker {
        void take(int start, int end, boolean quoted);
    }

    private final String text;
    private final Taker taker;

    ProseCommands(String text, Taker taker) {
        this.text = text;
        this.taker = taker;
    }

    void read(int start, int end) {
        int i = next(start, end);
        while (i < end) {
            int begin = programStart(i, start);
            int stop = argumentsEnd(i + ENDING + 1, end);
            if (begin >= start && stop > i + ENDING + 2 && !isQuoted(begin, start)) {
                taker.take(begin, stop, false);
            }
            i = next(Math.max(stop, i + ENDING), end);
        }
    }

    /** The next ending with a blank behind it; {@code end} when the line has no more. Looks at no other line. */
    private int next(int from, int end) {
        int i = from;
        while (i < end && !(text.charAt(i) == '.' && text.regionMatches(true, i, ".exe ", 0, ENDING + 1))) {
            i++;
        }
        return i;
    }

    private boolean isQuoted(int begin, int lineStart) {
        return begin > lineStart && "`\"\u201c'".indexOf(text.charAt(begin - 1)) >= 0;
    }

    private int programStart(int dot, int lineStart) {
        int i = dot;
        while (i > lineStart
                && i > dot - 160
                && (Characters.isWord(text.charAt(i - 1)) || ":\\%.".indexOf(text.charAt(i - 1)) >= 0)) {
            i--;
        }
        return i < dot && Programs.startsCommand(text.substring(i, dot + ENDING)) ? i : -1;
    }

    /** The end of the last word that is an argument; the first one must be a switch or path. */
    private int argumentsEnd(int from, int lineEnd) {
        int limit = Math.min(lineEnd, from + LONGEST);
        int stop = from;
        int i = from;
        boolean first = true;
        while (i < limit) {
            int end = wordEnd(i, limit);
            String word = text.substring(i, end);
            boolean ends = Arguments.isProse(word) || (first && !Arguments.isSwitch(word)) || word.isEmpty();
            if (ends) {
                return stop;
            }
            stop = withoutPoint(i, end);
            if (stop < end && isSentenceEnd(stop, end, limit)) {
                return stop;
            }
            stop = end;
            i = end + 1;
            first = false;
        }
        return withoutPoint(from, stop);
    }

    private int wordEnd(int from, int limit) {
        boolean quoted = false;
        int i = from;
        while (i < limit && (quoted || text.charAt(i) != ' ')) {
            quoted ^= text.charAt(i) == '"';
            i++;
        }
        return i;
    }

    private int withoutPoint(int from, int end) {
        int i = end;
        while (i > from && ".,;:)]\u201d*".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private boolean isSentenceEnd(int stop, int end, int limit) {
        boolean point = ".,;:)".indexOf(text.charAt(stop)) >= 0;
        return point && (end >= limit || text.charAt(end) == ' ');
    }
}
