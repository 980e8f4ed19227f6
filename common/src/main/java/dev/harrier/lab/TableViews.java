package dev.harrier.lab;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.OtherEvents;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows the events as a dialect's own tables: views over the kinds that its mapping files put there, restricted to the connection's
 * window. One schema per dialect.
 */
final class TableViews {
    /** Connection variables that hold a search's window; unset, the tables are empty. */
    static final String FROM = "harrier_from";

    static final String TO = "harrier_to";

    private static final List<String> TIME_COLUMNS = List.of("_time", "TimeGenerated", "Timestamp");

    private final Dialect dialect;

    TableViews(Dialect dialect) {
        if (!dialect.name().matches("[a-z][a-z0-9]{0,20}") || dialect.name().equals(StoreTables.SCHEMA)) {
            throw new IllegalArgumentException("no schema can be called " + dialect.name());
        }
        this.dialect = dialect;
    }

    void create(Statement statement) throws SQLException {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + dialect.name());
        Map<String, List<TableMapping>> tables = dialect.tables(dialect.defaultProfile()).stream()
                .collect(Collectors.groupingBy(TableMapping::table, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<TableMapping>> table : tables.entrySet()) {
            statement.execute(view(table.getKey(), table.getValue()));
        }
        statement.execute(others());
    }

    /** What is no kind of event, for dialects to find their log sources' fields in. */
    private String others() {
        String time = SqlText.identifier(EventModel.TIME);
        String times = TIME_COLUMNS.stream()
                .map(name -> time + " AS " + SqlText.identifier(name))
                .collect(Collectors.joining(", "));
        return "CREATE OR REPLACE VIEW " + dialect.name() + "." + SqlText.identifier(OtherEvents.TABLE)
                + " AS SELECT *, " + times + " FROM " + StoreTables.name(EventKind.OTHER) + inWindow();
    }

    private static String inWindow() {
        String time = SqlText.identifier(EventModel.TIME);
        return " WHERE " + time + " >= getvariable('" + FROM + "') AND " + time + " < getvariable('" + TO + "')";
    }

    String view(String table, List<TableMapping> kinds) {
        String union = kinds.stream().map(this::select).collect(Collectors.joining(" UNION ALL BY NAME "));
        return "CREATE OR REPLACE VIEW " + dialect.name() + "." + SqlText.identifier(table) + " AS SELECT "
                + filled(kinds) + " FROM (" + union + ")";
    }

    /** A column that only one of the table's kinds fills is absent in the others, which a union shows as null. */
    private String filled(List<TableMapping> kinds) {
        if (!dialect.absentTextIsEmpty()) {
            return "*";
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (TableMapping mapping : kinds) {
            columns(mapping).values().stream()
                    .filter(Column::text)
                    .map(column -> SqlText.identifier(column.name()))
                    .forEach(name -> texts.putIfAbsent(name, "coalesce(" + name + ", '') AS " + name));
        }
        return texts.isEmpty() ? "*" : "* REPLACE (" + String.join(", ", texts.values()) + ")";
    }

    private String select(TableMapping mapping) {
        String columns = columns(mapping).values().stream()
                .map(column -> column.sql() + " AS " + SqlText.identifier(column.name()))
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + StoreTables.name(mapping.kind()) + inWindow();
    }

    /** By lower-case name, since names are compared without case in SQL. */
    private static Map<String, Column> columns(TableMapping mapping) {
        Map<String, Column> columns = new LinkedHashMap<>();
        byName(mapping).forEach((name, sources) -> columns.put(lower(name), column(name, sources)));
        mapping.constants()
                .forEach((name, value) -> columns.merge(lower(name), constant(name, value), TableViews::filled));
        for (String name : TIME_COLUMNS) {
            columns.putIfAbsent(lower(name), new Column(name, SqlText.identifier(EventModel.TIME), false));
        }
        return columns;
    }

    private static Column constant(String name, String value) {
        return new Column(name, SqlText.literal(first(value)) + "::VARCHAR", true);
    }

    /** A field of its own tells which of several constants an event has. */
    private static Column filled(Column own, Column constant) {
        return new Column(own.name(), "coalesce(nullif(" + own.sql() + "::VARCHAR, ''), " + constant.sql() + ")", true);
    }

    /** Of a constant that is one of several, the first: which of them an event has, the model does not tell. */
    private static String first(String alternatives) {
        int bar = alternatives.indexOf('|');
        return bar < 0 ? alternatives : alternatives.substring(0, bar);
    }

    private static Map<String, List<ColumnMapping>> byName(TableMapping mapping) {
        return mapping.columns().stream()
                .collect(Collectors.groupingBy(ColumnMapping::column, LinkedHashMap::new, Collectors.toList()));
    }

    private static Column column(String name, List<ColumnMapping> sources) {
        boolean text = sources.size() > 1 || StoreTables.isText(sources.get(0).type());
        return new Column(name, ColumnSql.of(sources), text);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private record Column(String name, String sql, boolean text) {}
}
