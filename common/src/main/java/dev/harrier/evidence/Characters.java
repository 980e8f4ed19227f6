package dev.harrier.evidence;

/** Character classes by table: what a name, an address or a hash is made of. ASCII by look-up, the rest by Unicode's letters. */
final class Characters {
    static final int WORD = 1;
    static final int HEX = 2;
    static final int DIGIT = 4;
    static final int LETTER = 8;
    /** A mark that {@link CandidateScanner} looks at. */
    static final int SIGN = 16;

    private static final byte[] CLASS = classes();

    private Characters() {}

    private static byte[] classes() {
        byte[] table = new byte[128];
        for (char c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            boolean word = digit || letter || c == '_' || c == '-';
            boolean sign = "/~\\%<:&".indexOf(c) >= 0;
            table[c] = (byte) ((word ? WORD : 0)
                    | (hex ? HEX : 0)
                    | (digit ? DIGIT : 0)
                    | (letter ? LETTER : 0)
                    | (sign ? SIGN : 0));
        }
        return table;
    }

    /** All that a character is, as bits. */
    static int kinds(char c) {
        return c < 128 ? CLASS[c] : Character.isLetterOrDigit(c) ? WORD : 0;
    }

    /** Letters, digits, {@code _} and {@code -}: what words and host labels are made of. */
    static boolean isWord(char c) {
        return c < 128 ? (CLASS[c] & WORD) != 0 : Character.isLetterOrDigit(c);
    }

    static boolean isAlphanumeric(char c) {
        return c < 128 ? (CLASS[c] & (LETTER | DIGIT)) != 0 : Character.isLetterOrDigit(c);
    }

    static boolean isHex(char c) {
        return c < 128 && (CLASS[c] & HEX) != 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c < 128 ? (CLASS[c] & LETTER) != 0 : Character.isLetter(c);
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u2029' || c == '\u3000';
    }

    /** ASCII lower case; other characters stay, so that lengths and offsets do too. */
    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
