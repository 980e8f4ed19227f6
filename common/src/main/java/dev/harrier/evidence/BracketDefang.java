package dev.harrier.evidence;

/**
 * {@code [.]}, {@code (dot)}, {@code {at}}, {@code [://]}, {@code [http]://}: a sign or a word for it in brackets, which may be
 * repeated, mixed, escaped, padded with blanks, or left open. Each method takes the place of a character and returns where reading
 * goes on, the same place when nothing was defanged there.
 */
final class BracketDefang {
    private final Rewriting text;
    private final Run blanks;
    private final Run opening;
    private final Run closing;
    private final Run closingOrBlanks;
    private final Run closers;
    private final Run backslashes;

    BracketDefang(Rewriting text) {
        this.text = text;
        this.blanks = new Run(text.in, " ");
        this.opening = new Run(text.in, "[({\\ ");
        this.closing = new Run(text.in, "])}[({\\");
        this.closingOrBlanks = new Run(text.in, "])}[({\\ ");
        this.closers = new Run(text.in, "])}");
        this.backslashes = new Run(text.in, "\\");
    }

    /** At an opening bracket. */
    int opened(int i) {
        return opened(i, i);
    }

    /** At an opening bracket, where what is undone starts at {@code from}: at the bracket, or at the backslash before it. */
    private int opened(int from, int i) {
        int core = opening.skip(i);
        int length = core < 0 ? 0 : coreLength(core);
        return length == 0 ? schemeInBrackets(from, i) : around(from, i, core, core + length);
    }

    private int around(int from, int i, int core, int afterCore) {
        int end = closing.skip(afterCore);
        int padded = closingOrBlanks.skip(afterCore);
        boolean closed = end > afterCore || (padded > afterCore && closerWithin(afterCore, padded));
        boolean halfOpen = text.in[i] == '[' && isDot(core) && text.wordAt(afterCore) && text.wordBefore(i);
        boolean spelled = Characters.isLetter(text.in[core]);
        if ((!closed && !halfOpen) || (spelled && !text.wordBefore(i))) {
            return from;
        }
        if (closed && padded < text.size && closerWithin(afterCore, padded) && text.wordAt(padded)) {
            end = padded;
        }
        return undo(from, i, end, plain(core, afterCore));
    }

    /** The backslash before the bracket goes too. */
    private int undo(int from, int i, int end, String plain) {
        if (from < i) {
            text.change(from, i, "", false);
        }
        return text.change(i, end, plain, true);
    }

    /** {@code [http]://}. */
    private int schemeInBrackets(int from, int i) {
        if (i + 6 < text.size && text.goesOn(i + 1, "http")) {
            int end = text.in[i + 5] == 's' ? i + 6 : i + 5;
            if (text.startsWith("]:", end)) {
                return undo(from, i, end + 1, text.between(i + 1, end));
            }
        }
        return from;
    }

    /** At a blank before another blank or a bracket: {@code evil [.] com}. */
    int padded(int i) {
        int open = blanks.skip(i);
        if (open < 0 || open >= text.size || "[({".indexOf(text.in[open]) < 0) {
            return i;
        }
        int core = opening.skip(open);
        int length = core < 0 ? 0 : coreLength(core);
        return length == 0 || text.in[core] == '/' || text.in[core] == ':' ? i : padded(i, open, core, core + length);
    }

    private int padded(int i, int open, int core, int afterCore) {
        int after = closingOrBlanks.skip(afterCore);
        if (after < 0 || after >= text.size || !text.wordAt(after)) {
            return i;
        }
        boolean fits = closerWithin(afterCore, after)
                || (text.in[open] == '[' && isHalfOpen(core, after) && text.insideAName(i));
        return fits ? text.change(i, after, plain(core, afterCore), true) : i;
    }

    private boolean isHalfOpen(int core, int after) {
        return text.in[core] == '.' ? after == core + 1 : after == core + 4 && isDot(core);
    }

    /** At a backslash: {@code 10\.10}, {@code \[.\]}. */
    int escaped(int i) {
        if (i + 1 < text.size && "[({".indexOf(text.in[i + 1]) >= 0) {
            return opened(i, i + 1);
        }
        int dot = backslashes.skip(i);
        boolean digits = i > 0 && Characters.isDigit(text.in[i - 1]);
        if (digits && dot > 0 && dot + 1 < text.size && text.in[dot] == '.' && Characters.isDigit(text.in[dot + 1])) {
            return text.change(i, dot + 1, ".", true);
        }
        return i;
    }

    /** At a dot: {@code example.]com}, only the closing half. */
    int closedOnly(int i) {
        int end = closers.skip(i + 1);
        return end > i + 1 && text.wordAt(end) && text.wordBefore(i) ? text.change(i, end, ".", true) : i;
    }

    private boolean closerWithin(int from, int to) {
        for (int k = from; k < to; k++) {
            char c = text.in[k];
            if (c == ']' || c == ')' || c == '}') {
                return true;
            }
        }
        return false;
    }

    /** What the core stands for. */
    private String plain(int core, int afterCore) {
        return switch (text.in[core]) {
            case 'd', 'D' -> ".";
            case 'a', 'A' -> "@";
            default -> text.between(core, afterCore);
        };
    }

    private boolean isDot(int core) {
        char c = text.in[core];
        return c == '.' || c == 'd' || c == 'D';
    }

    /** How long the sign or word is that may stand in brackets here; 0 when none does. */
    private int coreLength(int core) {
        if (core >= text.size) {
            return 0;
        }
        return switch (text.in[core]) {
            case '.' -> core + 1 < text.size && text.in[core + 1] == '.' ? 0 : 1;
            case '@' -> 1;
            case ':' -> text.startsWith("://", core) ? 3 : text.startsWith(":/", core) ? 2 : 1;
            case '/' -> text.startsWith("//", core) ? 2 : 1;
            case 'd', 'D' -> wordLength(core, "dot");
            case 'a', 'A' -> wordLength(core, "at");
            default -> 0;
        };
    }

    private int wordLength(int core, String word) {
        return text.goesOn(core, word) && !text.wordAt(core + word.length()) ? word.length() : 0;
    }
}
