package dev.harrier.lab;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a table's column is made of, in SQL over its kind's table; null where the event doesn't have the field. */
final class ColumnSql {
    private ColumnSql() {}

    /** A column that one field fills. */
    static String of(ColumnMapping column) {
        return "CAST(" + value(column) + " AS " + StoreTables.sqlType(column.type()) + ")";
    }

    /** A column that several fields fill: those present as {@code NAME=value}, joined by commas, as Sysmon writes its hashes. */
    static String of(List<ColumnMapping> columns) {
        return columns.size() == 1
                ? of(columns.get(0))
                : columns.stream()
                        .map(column -> SqlText.literal(column.field().toUpperCase(Locale.ROOT) + "=") + " || CAST("
                                + value(column) + " AS VARCHAR)")
                        .collect(Collectors.joining(", ", "nullif(concat_ws(',', ", "), '')"));
    }

    private static String value(ColumnMapping column) {
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
            case REGISTRY_VALUE_NAME -> "regexp_extract(" + field + ", '[^\\\\]*$')";
        };
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
