package dev.harrier.dialect;

/** Encodes hostile text for the SQL that translations emit (DuckDB, standard quoting, no escape sequences). */
public final class SqlText {
    private SqlText() {}

    /**
     * A string literal that means exactly {@code value}.
     *
     * @throws IllegalArgumentException if it holds NUL, which DuckDB cannot carry in a statement
     */
    public static String literal(String value) {
        return "'" + checked(value).replace("'", "''") + "'";
    }

    /** A quoted identifier that means exactly {@code name}. */
    public static String identifier(String name) {
        return "\"" + checked(name).replace("\"", "\"\"") + "\"";
    }

    private static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character cannot be part of a query");
        }
        return text;
    }
}
