package dev.harrier.evidence;

/**
 * Undoes defanging in one pass, and hands each character that may start a defanged spelling to the class that knows it. A new
 * spelling goes there, and its first character into {@link #TRIGGER}:
 *
 * <ul>
 *   <li>{@link BracketDefang}: {@code [.]}, {@code (dot)}, {@code {at}}, {@code [://]}, {@code [http]}, {@code 10\.0}, half-open
 *       brackets, blanks inside;
 *   <li>{@link SpelledDefang}: {@code  DOT }, {@code  at };
 *   <li>{@link SchemeDefang}: {@code hxxp}, {@code h**p};
 *   <li>here: full-width dots, zero-width characters.
 * </ul>
 *
 * Nobody looks further ahead than {@link Rewriting#REACH}, so the cost is linear whatever the text.
 */
final class Refanger {
    private static final boolean[] TRIGGER = table("[({\\.hH ");
    private static final boolean[] AFTER_BLANK = table("[({ DAa");

    private final Rewriting text;
    private final BracketDefang brackets;
    private final SpelledDefang spelled;
    private final SchemeDefang schemes;

    private Refanger(String written) {
        this.text = new Rewriting(written);
        this.brackets = new BracketDefang(text);
        this.spelled = new SpelledDefang(text);
        this.schemes = new SchemeDefang(text);
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
        int i = nextTrigger(0);
        while (i < text.size) {
            int next = special(i, text.in[i]);
            i = nextTrigger(next > i ? next : i + 1);
        }
        return text.finished();
    }

    private int nextTrigger(int from) {
        char[] in = text.in;
        int size = text.size;
        int i = from;
        while (i < size && isPlain(in[i])) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char c) {
        return c < 128 ? !TRIGGER[c] : c < '\u2000' && c != '\u00ad';
    }

    private int special(int i, char c) {
        return switch (c) {
            case ' ' -> blank(i);
            case 'h', 'H' -> schemes.masked(i);
            case '.' -> brackets.closedOnly(i);
            case '[', '(', '{' -> brackets.opened(i);
            case '\\' -> brackets.escaped(i);
            default -> foreign(i, c);
        };
    }

    private int foreign(int i, char c) {
        if (c == '\u200b' || c == '\u200c' || c == '\u200d' || c == '\u2060' || c == '\ufeff' || c == '\u00ad') {
            return text.change(i, i + 1, "", false);
        }
        boolean fullStop = c == '\uff0e' || c == '\u3002' || c == '\u2024';
        return fullStop && text.wordAt(i - 1) && text.wordAt(i + 1) ? text.change(i, i + 1, ".", true) : i;
    }

    /** Most blanks stand before a letter that nothing is spelled with. */
    private int blank(int i) {
        if (i == 0 || i + 2 >= text.size) {
            return i;
        }
        char next = text.in[i + 1];
        return next < 128 && AFTER_BLANK[next] && Characters.isWord(text.in[i - 1]) ? blank(i, next) : i;
    }

    private int blank(int i, char next) {
        return switch (next) {
            case 'D' -> spelled.dot(i);
            case 'A', 'a' -> spelled.at(i);
            default -> brackets.padded(i);
        };
    }
}
