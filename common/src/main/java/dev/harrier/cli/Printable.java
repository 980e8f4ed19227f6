package dev.harrier.cli;

/** Keeps hostile text from talking to the terminal: control and direction characters become {@code \}{@code uXXXX}. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        boolean harmless = c == '\n' || c == '\t' || !(Character.isISOControl(c) || isInvisible(c));
        if (harmless) {
            safe.appendCodePoint(c);
        } else {
            safe.append(String.format("\\u%04X", c));
        }
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
