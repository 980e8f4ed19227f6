package dev.harrier.article;

/** Mends what setting text in lines has done to its words. Wrapped hashes and addresses are left to those who know what one is. */
final class PdfText {
    private static final int LONGEST_WORD = 30;

    private PdfText() {}

    /**
     * Joins words that were hyphenated at a line's end: letters, a hyphen, a line that goes on with small letters. The rest of the
     * word moves up, so that the text has as many lines as before. One pass.
     */
    static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("-\n", at);
            if (end < 0) {
                break;
            }
            out.append(text, at, end);
            int rest = isHyphenated(text, end) ? wordEnd(text, end + 2) : 0;
            if (rest > 0) {
                out.append(text, end + 2, rest).append('\n');
                at = rest < text.length() && text.charAt(rest) == ' ' ? rest + 1 : rest;
            } else {
                out.append("-\n");
                at = end + 2;
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Two small letters before the hyphen, in a word without dot, slash or digit: not a name with a hyphen in it. */
    private static boolean isHyphenated(String text, int hyphen) {
        int letters = 0;
        while (letters < LONGEST_WORD && hyphen > letters && isSmall(text.charAt(hyphen - 1 - letters))) {
            letters++;
        }
        char before = hyphen > letters ? text.charAt(hyphen - 1 - letters) : ' ';
        return letters >= 2
                && (Character.isWhitespace(before) || Character.isUpperCase(before) || before == '(' || before == '"');
    }

    /** Where the word ends that a line begins with, or 0 when that is no plain word. */
    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_WORD && isSmall(text.charAt(end))) {
            end++;
        }
        if (end - from < 2) {
            return 0;
        }
        char last = end < text.length() ? text.charAt(end) : ' ';
        char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean ends = Character.isWhitespace(last) || (",;:.)".indexOf(last) >= 0 && Character.isWhitespace(next));
        return ends ? end : 0;
    }

    private static boolean isSmall(char c) {
        return Character.isLowerCase(c);
    }
}
