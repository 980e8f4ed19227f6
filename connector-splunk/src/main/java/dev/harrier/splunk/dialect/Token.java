package dev.harrier.splunk.dialect;

/**
 * A piece of a query.
 *
 * @param kind what it is
 * @param value what it means: a quoted string's content with its escapes undone, everything else as written
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(Kind kind, String value, int start, int end) {
    /** The kinds of pieces. Comments are none. */
    enum Kind {
        WORD,
        STRING,
        MACRO,
        PIPE,
        OPEN,
        CLOSE,
        OPEN_SUBSEARCH,
        CLOSE_SUBSEARCH,
        COMMA,
        OPERATOR
    }

    /** Whether it is this operator, bracket or keyword; keywords regardless of case. */
    boolean is(String text) {
        return kind != Kind.STRING && kind != Kind.MACRO && value.equalsIgnoreCase(text);
    }
}
