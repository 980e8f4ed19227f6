package dev.harrier.lab;

import dev.harrier.dialect.SqlText;
import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** The lab's own tables: one per kind of event, in the event model's columns, and what comes with every row. */
final class StoreTables {
    static final String SCHEMA = "store";
    /** Which load a row came with. */
    static final String LOAD = "_load";
    /** Where a row came from, see {@link EventShape#source}. */
    static final String SOURCE = "_source";
    /** The record's other fields, as a JSON object of texts. */
    static final String REMAINDER = "_remainder";

    private StoreTables() {}

    static void create(Statement statement) throws SQLException {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        statement.execute("CREATE SEQUENCE IF NOT EXISTS " + SCHEMA + ".load");
        for (EventKind kind : EventKind.values()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + name(kind) + " (" + columns(kind) + ")");
        }
    }

    static String name(EventKind kind) {
        return SCHEMA + "." + kind.category();
    }

    private static String columns(EventKind kind) {
        return EventModel.shipped().fields(kind).stream()
                        .map(StoreTables::column)
                        .collect(Collectors.joining(", "))
                + ", " + LOAD + " BIGINT, " + SOURCE + " VARCHAR, " + REMAINDER + " VARCHAR";
    }

    private static String column(EventField field) {
        return SqlText.identifier(field.name()) + " " + sqlType(field.type());
    }

    static String sqlType(FieldType type) {
        return switch (type) {
            case STRING, PATH, ADDRESS -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TIME -> "TIMESTAMP";
        };
    }

    static boolean isText(FieldType type) {
        return type == FieldType.STRING || type == FieldType.PATH || type == FieldType.ADDRESS;
    }
}
