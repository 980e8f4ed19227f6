package dev.harrier.splunk.dialect;

/**
 * A piece of an eval expression.
 *
 * @param kind what it is
 * @param value a string's or quoted field's content, everything else as written
 * @param start offset in the whole text
 */
record EvalToken(Kind kind, String value, int start) {
    /** The kinds of pieces. */
    enum Kind {
        NAME,
        FIELD,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String text) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && value.equalsIgnoreCase(text);
    }
}
