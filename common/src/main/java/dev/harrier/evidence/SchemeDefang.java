package dev.harrier.evidence;

import java.util.Locale;
import java.util.Set;

/**
 * {@code hxxp}, {@code h**p}, {@code hXXps}, {@code h[tt]p}, {@code http[s]}, {@code fxp}, and what was put between the colon and the
 * slashes: {@code hxxps[:]//}, {@code http: //}.
 */
final class SchemeDefang {
    /** What stands for a {@code t}, or around it. */
    static final String MASKS = "xX*tT#0z_~-[(";

    private static final String INSIDE = MASKS + ".])";
    private static final String BETWEEN = "[]({}):/\\ ";
    private static final int LONGEST_MASK = 6;
    private static final int LONGEST_NAME = 6;
    /** Words that reports put in place of {@code http} and that no rule of masks covers. Reviewed by hand; none is a registered scheme. */
    private static final Set<String> NAMES =
            Set.of("meow", "xxxp", "xttp", "xhttp", "hxpp", "hppx", "hxxx", "hpxx", "txxp", "nxxp", "wxxp", "uxxp");

    private final Rewriting text;
    private final Run beforeColon;

    SchemeDefang(Rewriting text) {
        this.text = text;
        this.beforeColon = new Run(text.in, "[({ ");
    }

    /** At an {@code h} or {@code f}. Returns where reading goes on, the same place when this is no masked scheme. */
    int masked(int i) {
        if (i > 0 && Characters.isAlphanumeric(text.in[i - 1])) {
            return i;
        }
        int end = letters(i);
        if (end == i) {
            return i;
        }
        int secure = secureEnd(end);
        int mark = beforeColon.skip(secure);
        return mark >= 0 && mark < text.size && text.in[mark] == ':' ? scheme(i, end, secure) : i;
    }

    /** At a colon before a slash, behind {@code meow} or {@code meows}. Returns where reading goes on, the same place when it is none. */
    int named(int i) {
        int start = i;
        while (start > 0 && start > i - LONGEST_NAME - 1 && text.wordAt(start - 1)) {
            start--;
        }
        if (i - start < 4 || !text.startsWith("://", i) || text.wordBefore(start) || !text.isUntouched(start)) {
            return i;
        }
        String name = text.between(start, i).toLowerCase(Locale.ROOT);
        boolean secure = name.endsWith("s");
        boolean known = NAMES.contains(secure ? name.substring(0, name.length() - 1) : name);
        return known && text.wordAt(i + 3) ? text.change(start, i, secure ? "https" : "http", true) : i;
    }

    /** The end of what stands for {@code http} or {@code ftp}: the first letter, its mask, and a {@code p}; {@code httx} has none. */
    private int letters(int i) {
        int k = i + 1;
        int masks = 0;
        while (k < text.size && k <= i + LONGEST_MASK && INSIDE.indexOf(text.in[k]) >= 0) {
            masks += "[]()".indexOf(text.in[k]) < 0 ? 1 : 0;
            k++;
        }
        if (masks == 0 || k >= text.size) {
            return i;
        }
        boolean complete = text.in[k] == 'p' || text.in[k] == 'P';
        return complete ? k + 1 : isHttx(i, k) ? i + 4 : i;
    }

    private boolean isHttx(int i, int end) {
        char last = end > i ? text.in[end - 1] : 0;
        return end == i + 4 && isHttp(i) && (last == 'x' || last == 'X');
    }

    private boolean isHttp(int i) {
        return text.in[i] == 'h' || text.in[i] == 'H';
    }

    /** Behind {@code s}, {@code [s]} or {@code (s)}, if it is there. */
    private int secureEnd(int end) {
        return text.goesOn(end, "s") ? end + 1 : text.goesOn(end, "[s]") || text.goesOn(end, "(s)") ? end + 3 : end;
    }

    private int scheme(int i, int end, int secure) {
        String meant = (isHttp(i) ? "http" : "ftp") + (secure > end ? "s" : "");
        boolean plain = text.goesOn(i, meant) && secure - i == meant.length();
        if (plain && text.startsWith("://", secure) && !text.startsWith(" ", secure + 3)) {
            return i;
        }
        if (!plain) {
            return afterScheme(text.change(i, secure, meant, true), false);
        }
        int after = afterScheme(secure, true);
        return after == secure ? i : after;
    }

    /** The colon and slashes after a scheme, with what was put between them. */
    private int afterScheme(int from, boolean plain) {
        int k = from;
        int slashes = 0;
        boolean colon = false;
        boolean bracketed = false;
        while (k < text.size && k < from + Rewriting.REACH && BETWEEN.indexOf(text.in[k]) >= 0) {
            char c = text.in[k];
            if (c == '[' && slashes > 1 && isLiteral(k)) {
                break;
            }
            colon |= c == ':';
            slashes += c == '/' || c == '\\' ? 1 : 0;
            bracketed |= c == '[' || c == '(' || c == '{';
            k++;
        }
        boolean odd = !text.startsWith("://", from) || k > from + 3;
        if (!colon
                || slashes == 0
                || !odd
                || !(text.wordAt(k) || isLiteral(k))
                || (plain && !bracketed && !(slashes == 2 && hostAt(k)))) {
            return from;
        }
        return text.change(from, k, "://", !plain || bracketed);
    }

    /** {@code [2a02::1]}: a host that needs its brackets. */
    private boolean isLiteral(int place) {
        int k = place + 1;
        int colons = 0;
        while (k < text.size && k < place + 42 && (Characters.isHex(text.in[k]) || text.in[k] == ':')) {
            colons += text.in[k] == ':' ? 1 : 0;
            k++;
        }
        return text.startsWith("[", place) && colons > 1 && text.startsWith("]", k);
    }

    /** Behind a plain scheme and blanks, prose may go on; a host has a dot behind its first word. */
    private boolean hostAt(int place) {
        int end = text.wordEnd(place);
        return end + 1 < text.size
                && (text.in[end] == '.' || text.in[end] == '[')
                && (text.wordAt(end + 1) || text.in[end] == '[');
    }
}
