package dev.harrier.lab;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.ColumnMapping.Transform;
import dev.harrier.dialect.SqlText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a table's column is made of, in SQL over its kind's table; null where the event doesn't have the field. */
final class ColumnSql {
    /** What takes regexes or a long choice. */
    private static final Set<Transform> COSTLY = EnumSet.of(
            Transform.PARENT_KEY,
            Transform.REGISTRY_LONG_HIVE,
            Transform.PARENT_KEY_LONG_HIVE,
            Transform.REGISTRY_VALUE_NAME,
            Transform.OBJECT_VALUE_NAME,
            Transform.OBJECT_KEY_LONG_HIVE,
            Transform.REGISTRY_DATA,
            Transform.REGISTRY_TYPE);

    private ColumnSql() {}

    /** A column that one field fills. */
    static String of(ColumnMapping column) {
        return "CAST(" + value(column) + " AS " + StoreTables.sqlType(column.type()) + ")";
    }

    /** A column that several fields fill: those present as {@code NAME=value}, joined by commas, as Sysmon writes its hashes. */
    static String of(List<ColumnMapping> columns) {
        if (columns.size() == 1) {
            return of(columns.get(0));
        }
        return columns.stream().anyMatch(c -> c.transform() == Transform.URI_STEM)
                ? uri(columns)
                : columns.stream()
                        .map(column -> SqlText.literal(column.field().toUpperCase(Locale.ROOT) + "=") + " || CAST("
                                + value(column) + " AS VARCHAR)")
                        .collect(Collectors.joining(", ", "nullif(concat_ws(',', ", "), '')"));
    }

    /** Stem and query, put together again. */
    private static String uri(List<ColumnMapping> columns) {
        return columns.stream()
                .map(c -> (c.transform() == Transform.URI_QUERY ? "'?' || " : "") + "nullif(" + value(c) + ", '')")
                .collect(Collectors.joining(", ", "nullif(concat(", "), '')"));
    }

    private static String value(ColumnMapping column) {
        String value = transformed(column);
        return COSTLY.contains(column.transform()) ? once(value) : value;
    }

    /**
     * DuckDB copies what a column is made of into each test of the column, and computes it for each anew; not so where a part of it
     * may differ from row to row without a reason in the row.
     */
    private static String once(String value) {
        return "CASE WHEN random() >= 0 THEN " + value + " END";
    }

    private static String transformed(ColumnMapping column) {
        String field = SqlText.identifier(column.field());
        return switch (column.transform()) {
            case IDENTITY -> field;
            case BASE_NAME -> "regexp_extract(" + field + ", '[^\\\\/]*$')";
            case DIRECTORY -> "regexp_replace(" + field + ", '(^|[\\\\/])[^\\\\/]*$', '')";
            case ACCOUNT_NAME -> "substr(" + field + ", strpos(" + field + ", '\\') + 1)";
            case ACCOUNT_DOMAIN -> "left(" + field + ", greatest(strpos(" + field + ", '\\') - 1, 0))";
            case PARENT_KEY -> parentKey(field);
            case REGISTRY_LONG_HIVE -> longHive(field);
            case PARENT_KEY_LONG_HIVE -> longHive(parentKey(field));
            case REGISTRY_VALUE_NAME, OBJECT_VALUE_NAME -> "regexp_extract(" + field + ", '[^\\\\]*$')";
            case OBJECT_KEY_LONG_HIVE -> longHive(parentKey(field));
            case REGISTRY_DATA -> "coalesce(CAST(" + dword(field) + " AS VARCHAR), " + field + ")";
            case REGISTRY_TYPE -> "CASE WHEN " + dword(field) + " IS NULL THEN 'String' ELSE 'Dword' END";
            case DIRECTION -> "CASE " + field + " WHEN true THEN 'outbound' WHEN false THEN 'inbound' END";
            case URI_STEM, URI_QUERY -> field;
        };
    }

    private static String dword(String data) {
        return "TRY_CAST('0x' || nullif(regexp_extract(" + data
                + ", '^(?i)DWORD \\(0x([0-9a-f]{8})\\)$', 1), '') AS BIGINT)";
    }

    private static String parentKey(String path) {
        return "regexp_replace(" + path + ", '(^|\\\\)[^\\\\]*$', '')";
    }

    private static String longHive(String path) {
        StringBuilder cases = new StringBuilder("CASE upper(split_part(" + path + ", '\\', 1))");
        for (RegistryHive hive : RegistryHive.values()) {
            cases.append(" WHEN " + SqlText.literal(hive.name()) + " THEN " + SqlText.literal(hive.longName())
                    + " || substr(" + path + ", " + (hive.name().length() + 1) + ")");
        }
        return cases + " ELSE " + path + " END";
    }
}
