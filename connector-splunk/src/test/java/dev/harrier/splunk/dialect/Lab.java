package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The smallest lab: tables of an in-memory DuckDB as {@code SplDialect#tables} asks for them, and the text that runs on them. */
final class Lab implements AutoCloseable {
    private final Connection connection;

    Lab() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String table : names()) {
            execute("CREATE TABLE " + SqlText.identifier(table) + " (_time TIMESTAMP"
                    + columns(table).entrySet().stream()
                            .map(c -> ", " + SqlText.identifier(c.getKey()) + " " + c.getValue())
                            .collect(Collectors.joining())
                    + ")");
        }
    }

    private static List<String> names() {
        return SplTables.all().stream().map(TableMapping::table).distinct().toList();
    }

    private static Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (TableMapping mapping : SplTables.all()) {
            if (mapping.table().equals(table)) {
                mapping.columns().forEach(c -> columns.put(c.column(), type(c)));
                mapping.constants().keySet().forEach(c -> columns.put(c, "VARCHAR"));
            }
        }
        return columns;
    }

    private static String type(ColumnMapping column) {
        return switch (column.type()) {
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TIME -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }

    /** Puts an event into every table of its kind; its time is {@code second} seconds after the epoch. */
    void add(EventKind kind, Map<String, ?> event, long second) throws SQLException {
        for (TableMapping mapping : SplTables.all()) {
            if (mapping.kind() == kind) {
                add(mapping, event, second);
            }
        }
    }

    private void add(TableMapping mapping, Map<String, ?> event, long second) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        mapping.constants().forEach((column, value) -> row.put(column, value.split("\\|")[0]));
        for (ColumnMapping column : mapping.columns()) {
            Object value = transformed(column, event.get(column.field()));
            if (value != null
                    && mapping.columns().stream()
                                    .filter(c -> c.column().equals(column.column()))
                                    .count()
                            > 1) {
                value = column.field().toUpperCase(Locale.ROOT) + "=" + value;
                row.merge(column.column(), value, (a, b) -> a + "," + b);
            } else if (value != null) {
                row.put(column.column(), value);
            }
        }
        List<String> names = new ArrayList<>(row.keySet());
        String sql = "INSERT INTO " + SqlText.identifier(mapping.table()) + " (_time"
                + names.stream().map(n -> ", " + SqlText.identifier(n)).collect(Collectors.joining())
                + ") VALUES (make_timestamp(?)" + ", ?".repeat(names.size()) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, second * 1_000_000);
            for (int i = 0; i < names.size(); i++) {
                insert.setObject(i + 2, row.get(names.get(i)));
            }
            insert.execute();
        }
    }

    private static Object transformed(ColumnMapping column, Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        int cut = Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/'));
        return switch (column.transform()) {
            case BASE_NAME -> text.substring(cut + 1);
            case PARENT_KEY -> text.substring(0, Math.max(cut, 0));
            case DIRECTION -> text.equals("true") ? "outbound" : "inbound";
            default -> value;
        };
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void clear(EventKind kind) throws SQLException {
        for (TableMapping mapping : SplTables.all()) {
            if (mapping.kind() == kind) {
                execute("DELETE FROM " + SqlText.identifier(mapping.table()));
            }
        }
    }

    static String sql(String spl) {
        Translation translation = Hunts.SPL.translate(spl);
        if (translation instanceof Translation.Unsupported no) {
            throw new AssertionError(no + " in\n" + spl);
        }
        return ((Translation.Translated) translation).sql();
    }

    /** Runs SPL; every row as column to text. */
    List<Map<String, String>> run(String spl) throws SQLException {
        String sql = sql(spl);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Map<String, String>> result = new ArrayList<>();
            while (rows.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), Objects.toString(rows.getObject(i), null));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nSPL: " + spl + "\nSQL: " + sql, e);
        }
    }

    /** The one row of {@code Dialect#counting}. */
    Map<String, String> count(String spl) throws SQLException {
        List<Map<String, String>> rows = run(Hunts.SPL.counting(spl, Hunts.CIM));
        if (rows.size() != 1) {
            throw new AssertionError(rows);
        }
        return rows.get(0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
