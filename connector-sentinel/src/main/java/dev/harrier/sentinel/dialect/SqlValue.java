package dev.harrier.sentinel.dialect;

/** An SQL expression and its type; the text stands in parentheses or is one operand. */
record SqlValue(String sql, SqlType type) {
    static SqlValue flag(String sql) {
        return new SqlValue("(" + sql + ")", SqlType.FLAG);
    }

    static SqlValue text(String sql) {
        return new SqlValue(sql, SqlType.TEXT);
    }
}
