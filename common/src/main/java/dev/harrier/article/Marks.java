package dev.harrier.article;

/** Counts what in a text looks written down for defenders: defanged dots and schemes, and hex as long as a hash. One pass. */
final class Marks {
    private static final int HASH = 32;

    private Marks() {}

    static int in(String text) {
        int marks = 0;
        int hex = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hex = isHex(c) ? hex + 1 : 0;
            boolean bracket = c == '[' || c == '(' || c == '{';
            boolean defanged = (bracket && dot(text, i + 1)) || ((c == 'h' || c == 'H') && scheme(text, i));
            marks += hex == HASH || defanged ? 1 : 0;
        }
        return marks;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean dot(String text, int at) {
        return text.startsWith(".", at) || text.regionMatches(true, at, "dot", 0, 3);
    }

    private static boolean scheme(String text, int at) {
        return text.regionMatches(true, at, "hxxp", 0, 4);
    }
}
