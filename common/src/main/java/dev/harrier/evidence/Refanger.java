package dev.harrier.evidence;

import java.util.Arrays;

/**
 * Undoes defanging in one pass: {@code [.]}, {@code (dot)}, {@code {at}}, {@code [://]}, {@code hxxp}, {@code h**p}, {@code  DOT },
 * {@code 10\.0}, half-open brackets, blanks inside, full-width dots, zero-width characters. Looks at most {@link #REACH} characters
 * ahead of any place, so its cost is linear whatever the text.
 */
final class Refanger {
    private static final int REACH = 24;
    private static final boolean[] TRIGGER = table("[({\\.hH ");
    private static final boolean[] AFTER_BLANK = table("[({ DdAa");

    private final String text;
    private final int size;
    private final char[] in;
    private final char[] out;
    private int written;
    private int[] changedAt = new int[16];
    private int[] shift = new int[16];
    private boolean[] defanged = new boolean[16];
    private int changes;

    private Refanger(String text) {
        this.text = text;
        this.size = text.length();
        this.in = text.toCharArray();
        this.out = new char[size];
    }

    private static boolean[] table(String characters) {
        boolean[] table = new boolean[128];
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = true;
        }
        return table;
    }

    static RefangedText refang(String text) {
        return new Refanger(text).run();
    }

    private RefangedText run() {
        int i = 0;
        while (i < size) {
            char c = in[i];
            if (isPlain(c, i)) {
                out[written++] = c;
                i++;
            } else {
                i = special(i, c);
            }
        }
        return new RefangedText(out, written, changedAt, shift, defanged, changes);
    }

    /** Most characters, and most blanks: the next one does not open a bracket, another blank, or a spelled-out dot or at. */
    private boolean isPlain(char c, int i) {
        if (c >= 128) {
            return c < '\u2000' && c != '\u00ad';
        }
        return !TRIGGER[c] || (c == ' ' && i + 1 < size && in[i + 1] < 128 && !AFTER_BLANK[in[i + 1]]);
    }

    private int special(int i, char c) {
        int next =
                switch (c) {
                    case '[', '(', '{' -> bracket(i);
                    case '\\' -> backslash(i);
                    case '.' -> closedOnly(i);
                    case 'h', 'H' -> scheme(i);
                    case ' ' -> blank(i);
                    default -> c >= 128 ? foreign(i, c) : i;
                };
        if (next > i) {
            return next;
        }
        out[written++] = c;
        return i + 1;
    }

    private int foreign(int i, char c) {
        if (c == '\u200b' || c == '\u200c' || c == '\u200d' || c == '\u2060' || c == '\ufeff' || c == '\u00ad') {
            return change(i, i + 1, "", false);
        }
        boolean fullStop = c == '\uff0e' || c == '\u3002' || c == '\u2024';
        return fullStop && wordAt(i - 1) && wordAt(i + 1) ? change(i, i + 1, ".", true) : i;
    }

    /** {@code [.]} and its kin. A bracket may be repeated, mixed, escaped, padded with blanks, or left open. */
    private int bracket(int i) {
        int core = skip(i, "[({\\ ");
        String plain = core < 0 ? "" : coreAt(core);
        if (plain.isEmpty()) {
            return schemeInBrackets(i);
        }
        int afterCore = core + coreLength(core);
        int end = skip(afterCore, "])}[({\\");
        int padded = skip(afterCore, "])}[({\\ ");
        boolean closed = end > afterCore || (padded > afterCore && closerWithin(afterCore, padded));
        if (!closed && !(in[i] == '[' && plain.equals(".") && wordAt(afterCore) && wordBefore(i))) {
            return i;
        }
        if (plain.length() == 1 && Characters.isLetter(in[core]) && !wordBefore(i)) {
            return i;
        }
        if (closed && padded < size && closerWithin(afterCore, padded) && wordAt(padded)) {
            end = padded;
        }
        return change(i, end, plain, true);
    }

    /** {@code [http]://}. */
    private int schemeInBrackets(int i) {
        if (i + 6 < size && text.regionMatches(true, i + 1, "http", 0, 4)) {
            int end = in[i + 5] == 's' ? i + 6 : i + 5;
            if (text.startsWith("]:", end)) {
                return change(i, end + 1, text.substring(i + 1, end), true);
            }
        }
        return i;
    }

    private boolean closerWithin(int from, int to) {
        for (int k = from; k < to; k++) {
            char c = in[k];
            if (c == ']' || c == ')' || c == '}') {
                return true;
            }
        }
        return false;
    }

    private String coreAt(int at) {
        int length = coreLength(at);
        if (length == 0) {
            return "";
        }
        char c = in[at];
        return switch (c) {
            case 'd', 'D' -> ".";
            case 'a', 'A' -> "@";
            default -> text.substring(at, at + length);
        };
    }

    private int coreLength(int at) {
        if (at >= size) {
            return 0;
        }
        return switch (in[at]) {
            case '.' -> at + 1 < size && in[at + 1] == '.' ? 0 : 1;
            case '@' -> 1;
            case ':' -> text.startsWith("://", at) ? 3 : text.startsWith(":/", at) ? 2 : 1;
            case '/' -> text.startsWith("//", at) ? 2 : 1;
            case 'd', 'D' -> wordCore(at, "dot");
            case 'a', 'A' -> wordCore(at, "at");
            default -> 0;
        };
    }

    private int wordCore(int at, String word) {
        boolean whole = text.regionMatches(true, at, word, 0, word.length()) && !wordAt(at + word.length());
        return whole || (text.regionMatches(true, at, word, 0, word.length()) && at + word.length() == size)
                ? word.length()
                : 0;
    }

    /** First place at or after {@code from} that holds none of these characters, or -1 past the reach. */
    private int skip(int from, String these) {
        int limit = Math.min(size, from + REACH);
        for (int k = from; k < limit; k++) {
            if (these.indexOf(in[k]) < 0) {
                return k;
            }
        }
        return limit == size ? size : -1;
    }

    /** {@code 10\.10}, {@code \[.\]}. */
    private int backslash(int i) {
        if (i + 1 < size && "[({".indexOf(in[i + 1]) >= 0) {
            int end = bracket(i + 1);
            return end > i + 1 ? end : i;
        }
        int dot = skip(i, "\\");
        boolean digits = i > 0 && Characters.isDigit(in[i - 1]);
        if (digits && dot > 0 && dot + 1 < size && in[dot] == '.' && Characters.isDigit(in[dot + 1])) {
            return change(i, dot + 1, ".", true);
        }
        return i;
    }

    /** {@code example.]com}: only the closing half. */
    private int closedOnly(int i) {
        int end = skip(i + 1, "])}");
        return end > i + 1 && wordAt(end) && wordBefore(i) ? change(i, end, ".", true) : i;
    }

    /** {@code example DOT com}, {@code user at example DOT com}, and the blanks before {@code [.]}. */
    private int blank(int i) {
        if (i == 0 || !Characters.isWord(in[i - 1]) || i + 2 >= size) {
            return i;
        }
        char c = in[i + 1];
        if (c == 'D' || c == 'd') {
            return spelledDot(i);
        }
        if (c == 'A' || c == 'a') {
            return spelledAt(i);
        }
        return c == '[' || c == '(' || c == '{' || c == ' ' ? paddedBracket(i) : i;
    }

    private int spelledDot(int i) {
        if (!text.startsWith("DOT ", i + 1) || !wordAt(i + 5)) {
            return i;
        }
        return goesOnAsAName(i) || insideAName() ? change(i, i + 5, ".", true) : i;
    }

    /** Whether the word behind {@code  DOT } is a top-level domain or has another {@code  DOT } behind it. */
    private boolean goesOnAsAName(int blank) {
        int start = blank + 5;
        int end = start;
        while (end < size && end < start + REACH && Characters.isWord(in[end])) {
            end++;
        }
        return text.startsWith(" DOT ", end) || Boolean.TRUE.equals(Suffixes.lastLabel(in, start, end));
    }

    /** Whether what was just written is a name or an address already: it holds a dot or an at. */
    private boolean insideAName() {
        int k = written - 1;
        while (k >= 0 && k > written - 64 && Characters.isWord(out[k])) {
            k--;
        }
        return k >= 0 && (out[k] == '.' || out[k] == '@');
    }

    private int spelledAt(int i) {
        if (!text.regionMatches(true, i + 1, "at ", 0, 3)) {
            return i;
        }
        int end = i + 4;
        while (end < size && end < i + 4 + REACH && Characters.isWord(in[end])) {
            end++;
        }
        return end > i + 4 && text.startsWith(" DOT ", end) && goesOnAsAName(end) ? change(i, i + 4, "@", true) : i;
    }

    private int paddedBracket(int i) {
        int open = skip(i, " ");
        if (open < 0 || open >= size || "[({".indexOf(in[open]) < 0) {
            return i;
        }
        int core = skip(open, "[({\\ ");
        if (core < 0 || coreLength(core) == 0 || in[core] == '/' || in[core] == ':') {
            return i;
        }
        int after = skip(core + coreLength(core), "])}[({\\ ");
        if (after < 0 || after >= size || !wordAt(after)) {
            return i;
        }
        boolean closed = closerWithin(core + coreLength(core), after);
        boolean halfOpen = insideAName()
                && in[open] == '['
                && (in[core] == '.'
                        ? after == core + 1
                        : after == core + 4 && coreAt(core).equals("."));
        return closed || halfOpen ? change(i, after, coreAt(core), true) : i;
    }

    /** {@code hxxp}, {@code h**p}, {@code hXXps}: four characters for four, so that nothing shifts. */
    private int scheme(int i) {
        if (i + 5 >= size || (i > 0 && Characters.isAlphanumeric(in[i - 1]))) {
            return i;
        }
        char p = in[i + 3];
        if ((p != 'p' && p != 'P') || !masked(in[i + 1]) || !masked(in[i + 2])) {
            return i;
        }
        int end = in[i + 4] == 's' || in[i + 4] == 'S' ? i + 5 : i + 4;
        int mark = skip(end, "[({ ");
        if (mark < 0 || mark >= size || in[mark] != ':') {
            return i;
        }
        boolean plain = text.regionMatches(true, i, "http", 0, 4);
        String scheme = end == i + 5 ? "https" : "http";
        if (plain && text.startsWith("://", end)) {
            return i;
        }
        return afterScheme(change(i, end, scheme, !plain), plain);
    }

    /** The colon and slashes after a masked scheme, with what was put between them. */
    private int afterScheme(int from, boolean plain) {
        int k = from;
        int slashes = 0;
        boolean colon = false;
        boolean bracketed = false;
        while (k < size && k < from + REACH && "[]({}):/\\ ".indexOf(in[k]) >= 0) {
            char c = in[k];
            colon |= c == ':';
            slashes += c == '/' || c == '\\' ? 1 : 0;
            bracketed |= c == '[' || c == '(' || c == '{';
            k++;
        }
        boolean odd = !text.startsWith("://", from) || k > from + 3;
        if (!colon || slashes == 0 || !odd || (plain && !bracketed) || !wordAt(k)) {
            return from;
        }
        return change(from, k, "://", true);
    }

    private static boolean masked(char c) {
        return c == 'x' || c == 'X' || c == '*' || c == 't' || c == 'T' || c == '#' || c == '0' || c == 'z' || c == '_';
    }

    private boolean wordAt(int i) {
        return i >= 0 && i < size && Characters.isWord(in[i]);
    }

    private boolean wordBefore(int i) {
        return i > 0 && Characters.isWord(in[i - 1]);
    }

    private int change(int start, int end, String replacement, boolean wasDefanged) {
        int from = written;
        for (int k = 0; k < replacement.length(); k++) {
            out[written++] = replacement.charAt(k);
        }
        mark(from, start - from, wasDefanged);
        mark(written, end - written, false);
        return end;
    }

    private void mark(int at, int by, boolean wasDefanged) {
        if (changes == changedAt.length) {
            changedAt = Arrays.copyOf(changedAt, changes * 2);
            shift = Arrays.copyOf(shift, changes * 2);
            defanged = Arrays.copyOf(defanged, changes * 2);
        }
        changedAt[changes] = at;
        shift[changes] = by;
        defanged[changes++] = wasDefanged;
    }
}
