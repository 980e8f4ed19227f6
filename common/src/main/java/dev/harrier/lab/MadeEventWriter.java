package dev.harrier.lab;

import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends events that are known by the event model's own field names. For one thread. */
final class MadeEventWriter implements AutoCloseable {
    private static final String SOURCE = "made";

    private final List<EventField> fields;
    private final DuckDBAppender rows;

    MadeEventWriter(DuckDBConnection connection, EventKind kind) throws SQLException {
        this.fields = EventModel.shipped().fields(kind);
        this.rows = connection.createAppender(StoreTables.SCHEMA, kind.category());
    }

    void write(Map<String, Object> event) throws SQLException {
        check(event);
        rows.beginRow();
        for (EventField field : fields) {
            append(event.get(field.name()));
        }
        rows.appendNull();
        rows.append(SOURCE);
        rows.append("{}");
        rows.endRow();
    }

    private void check(Map<String, Object> event) {
        Set<String> unknown = new HashSet<>(event.keySet());
        fields.forEach(field -> unknown.remove(field.name()));
        if (!unknown.isEmpty()) {
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
