package dev.harrier.evidence;

/**
 * {@code example DOT com}, {@code user at example DOT com}: signs spelled out between blanks. Each method takes the place of the
 * blank and returns where reading goes on, the same place when nothing was defanged there.
 */
final class SpelledDefang {
    private final Rewriting text;

    SpelledDefang(Rewriting text) {
        this.text = text;
    }

    int dot(int i) {
        if (!text.startsWith("DOT ", i + 1) || !text.wordAt(i + 5)) {
            return i;
        }
        return goesOnAsAName(i) || text.insideAName(i) ? text.change(i, i + 5, ".", true) : i;
    }

    /** Whether the word behind {@code  DOT } is a top-level domain or has another {@code  DOT } behind it. */
    private boolean goesOnAsAName(int blank) {
        int start = blank + 5;
        int end = text.wordEnd(start);
        return text.startsWith(" DOT ", end) || Boolean.TRUE.equals(Suffixes.lastLabel(text.in, start, end));
    }

    int at(int i) {
        if (!text.goesOn(i + 1, "at ")) {
            return i;
        }
        int end = text.wordEnd(i + 4);
        return end > i + 4 && text.startsWith(" DOT ", end) && goesOnAsAName(end)
                ? text.change(i, i + 4, "@", true)
                : i;
    }
}
