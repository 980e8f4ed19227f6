package dev.harrier.evidence;

/** {@code hxxp}, {@code h**p}, {@code hXXps}, and what was put between the colon and the slashes: {@code hxxps[:]//}. */
final class SchemeDefang {
    /** What stands for a {@code t}. */
    static final String MASKS = "xX*tT#0z_";

    private static final String BETWEEN = "[]({}):/\\ ";

    private final Rewriting text;
    private final Run beforeColon;

    SchemeDefang(Rewriting text) {
        this.text = text;
        this.beforeColon = new Run(text.in, "[({ ");
    }

    /**
     * At an {@code h}. Four characters become four, so that nothing shifts. Returns where reading goes on, the same place when this
     * is no masked scheme.
     */
    int masked(int i) {
        if (i + 5 >= text.size || !isMask(text.in[i + 1]) || !isMask(text.in[i + 2])) {
            return i;
        }
        char p = text.in[i + 3];
        if ((p != 'p' && p != 'P') || (i > 0 && Characters.isAlphanumeric(text.in[i - 1]))) {
            return i;
        }
        int end = text.in[i + 4] == 's' || text.in[i + 4] == 'S' ? i + 5 : i + 4;
        int mark = beforeColon.skip(end);
        return mark >= 0 && mark < text.size && text.in[mark] == ':' ? scheme(i, end) : i;
    }

    private int scheme(int i, int end) {
        boolean plain = text.goesOn(i, "http");
        if (plain && text.startsWith("://", end)) {
            return i;
        }
        return afterScheme(text.change(i, end, end == i + 5 ? "https" : "http", !plain), plain);
    }

    /** The colon and slashes after a masked scheme, with what was put between them. */
    private int afterScheme(int from, boolean plain) {
        int k = from;
        int slashes = 0;
        boolean colon = false;
        boolean bracketed = false;
        while (k < text.size && k < from + Rewriting.REACH && BETWEEN.indexOf(text.in[k]) >= 0) {
            char c = text.in[k];
            colon |= c == ':';
            slashes += c == '/' || c == '\\' ? 1 : 0;
            bracketed |= c == '[' || c == '(' || c == '{';
            k++;
        }
        boolean odd = !text.startsWith("://", from) || k > from + 3;
        if (!colon || slashes == 0 || !odd || (plain && !bracketed) || !text.wordAt(k)) {
            return from;
        }
        return text.change(from, k, "://", true);
    }

    private static boolean isMask(char c) {
        return MASKS.indexOf(c) >= 0;
    }
}
