package dev.harrier.sentinel.dialect;

/** Types of values in translated queries. A timespan is a BIGINT of microseconds. Text is never NULL, as in Kusto. */
enum SqlType {
    TEXT("VARCHAR", "''"),
    LONG("BIGINT", "CAST(NULL AS BIGINT)"),
    REAL("DOUBLE", "CAST(NULL AS DOUBLE)"),
    FLAG("BOOLEAN", "CAST(NULL AS BOOLEAN)"),
    TIME("TIMESTAMP", "CAST(NULL AS TIMESTAMP)"),
    SPAN("BIGINT", "CAST(NULL AS BIGINT)"),
    LIST("VARCHAR[]", "CAST([] AS VARCHAR[])");

    private final String sql;
    private final String absent;

    SqlType(String sql, String absent) {
        this.sql = sql;
        this.absent = absent;
    }

    String sql() {
        return sql;
    }

    /** What an absent value is. */
    String absent() {
        return absent;
    }

    boolean number() {
        return this == LONG || this == REAL;
    }

    /** The type of a column of a KQL type. */
    static SqlType ofKql(String type) {
        return switch (type) {
            case "int", "long" -> LONG;
            case "real", "decimal" -> REAL;
            case "bool" -> FLAG;
            case "datetime" -> TIME;
            case "timespan" -> SPAN;
            default -> TEXT;
        };
    }
}
