package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small lab of its own, made only of what {@link KqlDialect#tables} documents: each table holds the given events. */
final class LabTables implements AutoCloseable {
    private static final Map<String, String> HIVES = Map.of(
            "HKLM", "HKEY_LOCAL_MACHINE",
            "HKU", "HKEY_USERS",
            "HKCU", "HKEY_CURRENT_USER",
            "HKCR", "HKEY_CLASSES_ROOT",
            "HKCC", "HKEY_CURRENT_CONFIG");

    private final Connection connection;

    LabTables() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    /** Makes every table that holds the kind, each with the same events; the column {@code harrierRow} counts them from 0. */
    void fill(EventKind kind, List<Map<String, Object>> events) throws SQLException {
        for (TableMapping mapping : KqlTables.all()) {
            if (mapping.kind() == kind) {
                fill(mapping, events);
            }
        }
    }

    private void fill(TableMapping mapping, List<Map<String, Object>> events) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("TimeGenerated", "TIMESTAMP");
        types.put("Timestamp", "TIMESTAMP");
        KqlTables.all().stream().filter(m -> m.table().equals(mapping.table())).forEach(m -> declare(m, types));
        String table = SqlText.identifier(mapping.table());
        StringBuilder sql = new StringBuilder();
        types.forEach((n, t) -> sql.append(sql.isEmpty() ? "" : ", ")
                .append(SqlText.identifier(n))
                .append(' ')
                .append(t));
        run("DROP TABLE IF EXISTS " + table);
        run("CREATE TABLE " + table + " (" + sql + ")");
        List<String> rows = new ArrayList<>();
        for (Map<String, Object> event : events) {
            rows.add(row(mapping, types, event));
        }
        if (!rows.isEmpty()) {
            run("INSERT INTO " + table + " VALUES " + String.join(", ", rows));
        }
    }

    private static void declare(TableMapping mapping, Map<String, String> types) {
        mapping.columns().forEach(c -> types.put(c.column(), type(c.type())));
        mapping.constants().keySet().forEach(c -> types.put(c, "VARCHAR"));
    }

    private static String type(FieldType type) {
        return switch (type) {
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            default -> "VARCHAR";
        };
    }

    private static String row(TableMapping mapping, Map<String, String> types, Map<String, Object> event) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ColumnMapping column : mapping.columns()) {
            Object value = event.get(column.field());
            String text = value == null ? null : transformed(column.transform(), value.toString());
            boolean shared = mapping.columns().stream()
                            .filter(c -> c.column().equals(column.column()))
                            .count()
                    > 1;
            boolean stem = column.transform() == ColumnMapping.Transform.URI_STEM;
            if (stem || column.transform() == ColumnMapping.Transform.URI_QUERY) {
                String part = text == null ? "" : stem ? text : "?" + text;
                values.merge(column.column(), part, (a, b) -> a.toString() + b);
            } else if (!shared) {
                values.put(column.column(), text);
            } else if (text != null) {
                values.merge(
                        column.column(), column.field().toUpperCase(Locale.ROOT) + "=" + text, (a, b) -> a + "," + b);
            }
        }
        mapping.constants()
                .forEach((name, value) ->
                        values.merge(name, value.split("\\|")[0], (own, constant) -> own.equals("") ? constant : own));
        String time = "make_timestamp(" + event.getOrDefault("EventTime", 0L) + ")";
        List<String> cells = new ArrayList<>();
        types.forEach((name, type) -> cells.add(type.equals("TIMESTAMP") ? time : cell(values.get(name), type)));
        return "(" + String.join(", ", cells) + ")";
    }

    private static String cell(Object value, String type) {
        if (value == null) {
            return type.equals("VARCHAR") ? "''" : "NULL";
        }
        return "CAST(" + SqlText.literal(value.toString()) + " AS " + type + ")";
    }

    private static String transformed(ColumnMapping.Transform transform, String value) {
        int slash = value.lastIndexOf('\\');
        int any = Math.max(slash, value.lastIndexOf('/'));
        int domain = value.indexOf('\\');
        return switch (transform) {
            case IDENTITY -> value;
            case BASE_NAME -> value.substring(any + 1);
            case DIRECTORY -> value.substring(0, Math.max(0, any));
            case ACCOUNT_NAME -> value.substring(domain + 1);
            case ACCOUNT_DOMAIN -> value.substring(0, Math.max(0, domain));
            case PARENT_KEY -> value.substring(0, Math.max(0, slash));
            case REGISTRY_LONG_HIVE -> longHive(value);
            case PARENT_KEY_LONG_HIVE -> longHive(value.substring(0, Math.max(0, slash)));
            case OBJECT_KEY_LONG_HIVE -> longHive(value.substring(0, Math.max(0, slash)));
            case REGISTRY_VALUE_NAME, OBJECT_VALUE_NAME -> value.substring(slash + 1);
            case REGISTRY_DATA -> dword(value).map(String::valueOf).orElse(value);
            case REGISTRY_TYPE -> dword(value).isPresent() ? "Dword" : "String";
            case DIRECTION -> value.equals("true") ? "outbound" : "inbound";
            case URI_STEM, URI_QUERY -> value;
        };
    }

    private static Optional<Long> dword(String data) {
        Matcher matcher = Pattern.compile("(?i)DWORD \\(0x([0-9a-f]{8})\\)").matcher(data);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1), 16)) : Optional.empty();
    }

    private static String longHive(String path) {
        int slash = path.indexOf('\\');
        String hive = slash < 0 ? path : path.substring(0, slash);
        return HIVES.getOrDefault(hive.toUpperCase(Locale.ROOT), hive) + path.substring(hive.length());
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows, each as its values' texts. */
    List<List<String>> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getObject(i)));
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
