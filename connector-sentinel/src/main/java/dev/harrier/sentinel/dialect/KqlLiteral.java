package dev.harrier.sentinel.dialect;

/**
 * The only way in which a value enters a query. Text with backslashes and nothing but printable ASCII becomes a verbatim
 * literal, where a quote is doubled and a backslash is itself; all else a plain one, in which everything that isn't printable ASCII
 * is escaped, so that no invisible, bidirectional or space-like character ever stands in a query.
 * Source: learn.microsoft.com/kusto/query/scalar-data-types/string.
 */
final class KqlLiteral {
    private KqlLiteral() {}

    /**
     * A string literal that means exactly {@code value}.
     *
     * @throws UnsupportedInKqlException if it holds NUL or half of a surrogate pair, which no column can hold
     */
    static String of(String value) {
        if (!printable(value)) {
            check(value);
        }
        return value.indexOf('\\') >= 0 && printable(value) ? "@\"" + value.replace("\"", "\"\"") + "\"" : plain(value);
    }

    private static void check(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new UnsupportedInKqlException("the value holds a NUL character, which no column can hold");
        }
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new UnsupportedInKqlException("the value holds half of a surrogate pair, which is no text");
            }
        }
    }

    private static boolean printable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!printable(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean printable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static String plain(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            append(text, value.charAt(i));
        }
        return text.append('"').toString();
    }

    private static void append(StringBuilder text, char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (printable(c)) {
            text.append(c);
        } else {
            text.append(String.format("\\u%04X", (int) c));
        }
    }
}
