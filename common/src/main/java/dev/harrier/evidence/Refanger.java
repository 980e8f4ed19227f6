package dev.harrier.evidence;

/**
 * Undoes defanging in one pass, and hands each character that may start a defanged spelling to the class that knows it. A new
 * spelling goes there, and its first two characters into {@link #FIRST} and {@link #SECOND}:
 *
 * <ul>
 *   <li>{@link BracketDefang}: {@code [.]}, {@code (dot)}, {@code {at}}, {@code <.>}, {@code [://]}, {@code [http]},
 *       {@code 10\.0}, half-open brackets, blanks inside;
 *   <li>{@link SpelledDefang}: {@code  DOT }, {@code  at };
 *   <li>{@link SpacedDefang}: {@code  . }, {@code  dot }, where the rest says indicator;
 *   <li>{@link SchemeDefang}: {@code hxxp}, {@code h**p}, {@code http[s]}, {@code fxp}, {@code meow};
 *   <li>here: full-width dots, zero-width characters.
 * </ul>
 *
 * Nobody looks further ahead than {@link Rewriting#REACH}, so the cost is linear whatever the text.
 */
final class Refanger {
    private static final byte[] FIRST = new byte[128];
    private static final byte[] SECOND = new byte[128];
    private static final int OPENING = 1;

    static {
        pair(OPENING, "[({", "");
        pair(2, ".", "])}");
        pair(4, "\\", "[({\\.");
        pair(8, "hH", SchemeDefang.MASKS);
        pair(16, " ", "[({ DdAa.");
        pair(32, "<", ".@dDaA");
        pair(64, "fF", SchemeDefang.MASKS);
        pair(-128, ":", "/");
        for (int c = 0; c < 128; c++) {
            SECOND[c] |= OPENING;
        }
    }

    private final Rewriting text;
    private final BracketDefang brackets;
    private final SpelledDefang spelled;
    private final SpacedDefang spaced;
    private final SchemeDefang schemes;

    private Refanger(String written) {
        this.text = new Rewriting(written);
        this.brackets = new BracketDefang(text);
        this.spelled = new SpelledDefang(text);
        this.spaced = new SpacedDefang(text);
        this.schemes = new SchemeDefang(text);
    }

    /** Any of the first characters before any of the second ones is worth a look. Prose has few such pairs. */
    private static void pair(int bit, String first, String second) {
        first.chars().forEach(c -> FIRST[c] |= (byte) bit);
        second.chars().forEach(c -> SECOND[c] |= (byte) bit);
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
        int last = text.size - 1;
        int i = from;
        while (i < last && isPlain(in[i], in[i + 1])) {
            i++;
        }
        return i == last && isPlain(in[i], '\n') ? text.size : i;
    }

    private static boolean isPlain(char c, char next) {
        return c < 128 ? (FIRST[c] & (next < 128 ? SECOND[next] : OPENING)) == 0 : c < '\u2000' && c != '\u00ad';
    }

    private int special(int i, char c) {
        return switch (c) {
            case ' ' -> blank(i);
            case 'h', 'H', 'f', 'F' -> schemes.masked(i);
            case '<' -> brackets.angled(i);
            case '.' -> brackets.closedOnly(i);
            case ':' -> schemes.named(i);
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

    private int blank(int i) {
        return i == 0 || i + 2 >= text.size || !Characters.isWord(text.in[i - 1]) ? i : blank(i, text.in[i + 1]);
    }

    private int dot(int i) {
        int next = spelled.dot(i);
        return next > i ? next : spaced.dot(i);
    }

    private int blank(int i, char next) {
        return switch (next) {
            case 'D', 'd' -> dot(i);
            case '.' -> spaced.dot(i);
            case 'A', 'a' -> spelled.at(i);
            default -> brackets.padded(i);
        };
    }
}
