package dev.harrier.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.dialect.OtherEvents;
import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends events that are known by the event model's own field names. For one thread. */
final class MadeEventWriter implements AutoCloseable {
    private static final String SOURCE = OtherEvents.MADE;

    private final boolean open;
    private final List<EventField> fields;
    private final DuckDBAppender rows;

    MadeEventWriter(DuckDBConnection connection, EventKind kind) throws SQLException {
        this.open = kind == EventKind.OTHER;
        this.fields = EventModel.shipped().fields(kind);
        this.rows = connection.createAppender(StoreTables.SCHEMA, kind.category());
    }

    void write(Map<String, Object> event) throws SQLException {
        Set<String> unknown = unknown(event);
        check(event, unknown);
        rows.beginRow();
        for (EventField field : fields) {
            append(event.get(field.name()));
        }
        rows.appendNull();
        rows.append(SOURCE);
        rows.append(remainder(event, unknown));
        rows.endRow();
    }

    private Set<String> unknown(Map<String, Object> event) {
        Set<String> unknown = new TreeSet<>(event.keySet());
        fields.forEach(field -> unknown.remove(field.name()));
        return unknown;
    }

    /** What the model doesn't know, as a JSON object of texts. */
    private static String remainder(Map<String, Object> event, Set<String> unknown) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        unknown.forEach(field -> object.put(field, event.get(field).toString()));
        return object.toString();
    }

    private void check(Map<String, Object> event, Set<String> unknown) {
        if (!open && !unknown.isEmpty()) {
            throw new IllegalArgumentException("no such fields: " + unknown);
        }
        if (!(event.get(EventModel.TIME) instanceof Instant)) {
            throw new IllegalArgumentException("an event needs an Instant as its " + EventModel.TIME);
        }
    }

    private void append(Object value) throws SQLException {
        if (value == null) {
            rows.appendNull();
        } else if (value instanceof Instant time) {
            rows.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        } else if (value instanceof Number number) {
            rows.append(number.longValue());
        } else if (value instanceof Boolean truth) {
            rows.append(truth.booleanValue());
        } else {
            rows.append(value.toString());
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
