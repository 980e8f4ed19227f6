package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;

/**
 * A DuckDB expression.
 *
 * @param text complete in itself: no parentheses needed around it
 * @param type what it yields
 */
record Sql(String text, Type type) {
    static final Sql NULL = new Sql("CAST(NULL AS VARCHAR)", Type.TEXT);

    static Sql text(String value) {
        return new Sql(SqlText.literal(value), Type.TEXT);
    }

    /** As text, the way Splunk writes numbers: whole ones without a fraction. */
    Sql asText() {
        return switch (type) {
            case TEXT -> this;
            case INTEGER -> new Sql("CAST(" + text + " AS VARCHAR)", Type.TEXT);
            case NUMBER ->
                new Sql(
                                "CASE WHEN " + text + " = trunc(" + text + ") AND abs(" + text
                                        + ") < 1e15 THEN CAST(CAST(" + text + " AS BIGINT) AS VARCHAR) ELSE CAST("
                                        + text + " AS VARCHAR) END",
                                Type.TEXT)
                        .inParentheses();
            case FLAG -> new Sql("CASE WHEN " + text + " THEN 'true' ELSE 'false' END", Type.TEXT).inParentheses();
        };
    }

    /** As a number; null where it is none. */
    Sql asNumber() {
        return type.isNumeric()
                ? this
                : new Sql(
                                "CASE WHEN regexp_full_match(" + text
                                        + ", '[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?') THEN TRY_CAST(" + text
                                        + " AS DOUBLE) END",
                                Type.NUMBER)
                        .inParentheses();
    }

    private Sql inParentheses() {
        return new Sql("(" + text + ")", type);
    }
}
