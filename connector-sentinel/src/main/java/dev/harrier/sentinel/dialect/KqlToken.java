package dev.harrier.sentinel.dialect;

/**
 * A piece of a query.
 *
 * @param kind what it is
 * @param text as written
 * @param value a string's meaning, a bracketed name's name, the inside of {@code datetime(...)}; otherwise the text
 * @param place where it starts
 */
record KqlToken(Kind kind, String text, String value, Place place) {
    /** Sorts of tokens. */
    enum Kind {
        NAME,
        QUOTED_NAME,
        STRING,
        NUMBER,
        REAL,
        TIMESPAN,
        DATETIME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
    }
}
