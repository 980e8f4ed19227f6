package dev.harrier.evidence;

/** Writes a label's characters in ASCII by RFC 3492. Pure. */
final class Punycode {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int BASE = 36;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 26;
    private static final int SKEW = 38;
    private static final int FIRST_DAMP = 700;
    private static final int FIRST_BIAS = 72;

    private static final int FIRST = 128;
    private static final int LAST = 0xffff;
    /** Of a label, by RFC 1034; what gets longer is no name, so nobody waits for its end. */
    static final int LONGEST = 63;

    private final String name;
    private final int start;
    private final int end;
    private final StringBuilder out;
    private final int outStart;
    private int delta;
    private int bias = FIRST_BIAS;
    private int handled;

    private Punycode(String name, int start, int end, StringBuilder out) {
        this.name = name;
        this.start = start;
        this.end = end;
        this.out = out;
        this.outStart = out.length();
    }

    /**
     * Appends a label with its prefix {@code xn--}. What comes out longer than {@link #LONGEST} is cut short somewhere behind that,
     * and no label.
     *
     * @param name holds the label at {@code [start, end)}: of the basic plane, at most 63 characters, at least one of them not ASCII
     */
    static void append(String name, int start, int end, StringBuilder out) {
        new Punycode(name, start, end, out).append();
    }

    private void append() {
        out.append("xn--");
        for (int i = start; i < end; i++) {
            if (name.charAt(i) < FIRST) {
                out.append(name.charAt(i));
                handled++;
            }
        }
        int plain = handled;
        if (plain > 0) {
            out.append('-');
        }
        foreign(plain);
    }

    private void foreign(int plain) {
        int from = FIRST;
        for (int c = smallest(from); c <= LAST && out.length() - outStart <= LONGEST; c = smallest(from)) {
            delta += (c - from) * (handled + 1);
            pass(c, plain);
            delta++;
            from = c + 1;
        }
    }

    /** The smallest character of the label from this one on; more than {@link #LAST} when there is none. */
    private int smallest(int from) {
        int found = LAST + 1;
        for (int i = start; i < end; i++) {
            int c = name.charAt(i);
            found = c >= from && c < found ? c : found;
        }
        return found;
    }

    /** One pass over the label for one character. */
    private void pass(int wanted, int plain) {
        for (int i = start; i < end; i++) {
            int c = name.charAt(i);
            delta += c < wanted ? 1 : 0;
            if (c == wanted) {
                number(delta);
                bias = adapted(handled == plain ? FIRST_DAMP : 2);
                delta = 0;
                handled++;
            }
        }
    }

    private void number(int value) {
        int rest = value;
        int k = BASE;
        for (int threshold = threshold(k); rest >= threshold; threshold = threshold(k)) {
            out.append(DIGITS.charAt(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
            k += BASE;
        }
        out.append(DIGITS.charAt(rest));
    }

    private int threshold(int k) {
        return Math.max(LOWEST, Math.min(HIGHEST, k - bias));
    }

    private int adapted(int damp) {
        int rest = delta / damp;
        rest += rest / (handled + 1);
        int k = 0;
        while (rest > (BASE - LOWEST) * HIGHEST / 2) {
            rest /= BASE - LOWEST;
            k += BASE;
        }
        return k + (BASE - LOWEST + 1) * rest / (rest + SKEW);
    }
}
