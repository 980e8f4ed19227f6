package dev.harrier.hunt.yaml;

/**
 * Lays a YAML text's value against its spelling. Both hold the same visible characters in the same order, once escapes are undone;
 * only space differs, by indentation and folding. Linear.
 */
final class TextAlignment {
    /** How a text was written, as far as it matters here. */
    enum Style {
        PLAIN,
        BLOCK,
        SINGLE_QUOTED,
        DOUBLE_QUOTED
    }

    private final String source;
    private final String value;
    private final Style style;
    private final int[] offsets;
    private int at;
    private int done;

    private TextAlignment(String source, int start, String value, Style style) {
        this.source = source;
        this.value = value;
        this.style = style;
        this.offsets = new int[value.length() + 1];
        this.at = style == Style.BLOCK ? afterLine(source, start) : style == Style.PLAIN ? start : start + 1;
    }

    /** The offset in the source of each character of the value, and of its end. */
    static int[] of(String source, int start, String value, Style style) {
        TextAlignment alignment = new TextAlignment(source, start, value, style);
        alignment.run();
        return alignment.offsets;
    }

    private static int afterLine(String source, int start) {
        int end = source.indexOf('\n', start);
        return end < 0 ? source.length() : end + 1;
    }

    private void run() {
        while (done < value.length() && at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\' && style == Style.DOUBLE_QUOTED) {
                escape();
            } else if (isSpace(c)) {
                space();
            } else {
                visible(c == '\'' && style == Style.SINGLE_QUOTED ? 2 : 1);
            }
        }
        while (done <= value.length()) {
            offsets[done++] = Math.min(at, source.length());
        }
    }

    /** A space that the value has too stands for itself; indentation and folds stand for nothing. */
    private void space() {
        boolean same = value.charAt(done) == source.charAt(at) && (at == 0 || !indentation());
        if (same) {
            offsets[done++] = at;
        }
        at++;
    }

    /** Blocks keep the spaces behind their indentation, which the value shows after its own line feed. */
    private boolean indentation() {
        int left = visibleAhead(source, at) - at;
        return isBlank(source.charAt(at)) && left > visibleAhead(value, done) - done;
    }

    private static int visibleAhead(String text, int from) {
        int end = from;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isSpace(char c) {
        return isBlank(c) || c == '\n' || c == '\r';
    }

    private void visible(int length) {
        skipFolded();
        if (done < value.length()) {
            offsets[done++] = at;
        }
        at += length;
    }

    private void skipFolded() {
        while (done < value.length() && isSpace(value.charAt(done))) {
            offsets[done++] = at;
        }
    }

    private void escape() {
        int length = escapeLength(at + 1 < source.length() ? source.charAt(at + 1) : ' ');
        char kind = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (kind == '\n' || kind == '\r') {
            continuation();
            return;
        }
        boolean space = "ntr \t".indexOf(kind) >= 0;
        if (!space) {
            skipFolded();
        }
        int units = kind == 'U' && done < value.length() && Character.isHighSurrogate(value.charAt(done)) ? 2 : 1;
        for (int i = 0; i < units && done < value.length(); i++) {
            offsets[done++] = at;
        }
        at += length;
    }

    /** A line that ends in a backslash goes on behind the next one's indentation. */
    private void continuation() {
        at++;
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
    }

    private static int escapeLength(char kind) {
        return switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
