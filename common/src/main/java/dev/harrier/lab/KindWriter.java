package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldType;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends events to one kind's table. For one thread. */
final class KindWriter implements AutoCloseable {
    private final DuckDBAppender rows;
    private final long load;
    private final StringBuilder buffer = new StringBuilder();

    KindWriter(DuckDBConnection connection, EventKind kind, long load) throws SQLException {
        this.rows = connection.createAppender(StoreTables.SCHEMA, kind.category());
        this.load = load;
    }

    /** Appends a record whose time is known to be readable. */
    void write(RawEvent event, EventShape shape) throws SQLException {
        rows.beginRow();
        for (EventShape.Column column : shape.columns()) {
            append(event, column);
        }
        rows.append(load);
        rows.append(shape.source());
        rows.append(event.remainder(buffer));
        rows.endRow();
    }

    private void append(RawEvent event, EventShape.Column column) throws SQLException {
        for (Spelling spelling : column.spellings()) {
            String value = spelling.read(event);
            if (!value.isEmpty()) {
                if (append(value, column.field().type())) {
                    spelling.use(event);
                }
                return;
            }
        }
        rows.appendNull();
    }

    /** Appends a value, or null (and says so) where it isn't of the column's type. */
    private boolean append(String value, FieldType type) throws SQLException {
        switch (type) {
            case STRING, PATH, ADDRESS -> {
                rows.append(value);
                return true;
            }
            case INTEGER -> {
                return append(Numbers.read(value), rows::append);
            }
            case TIME -> {
                return append(EventTimes.micros(value), rows::appendEpochMicros);
            }
            case BOOLEAN -> {
                return appendBoolean(value);
            }
        }
        throw new IllegalStateException("no such type: " + type);
    }

    private boolean append(OptionalLong value, LongAppender to) throws SQLException {
        if (value.isPresent()) {
            to.append(value.getAsLong());
        } else {
            rows.appendNull();
        }
        return value.isPresent();
    }

    private boolean appendBoolean(String value) throws SQLException {
        boolean known = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        if (known) {
            rows.append(Boolean.parseBoolean(value));
        } else {
            rows.appendNull();
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    private interface LongAppender {
        DuckDBAppender append(long value) throws SQLException;
    }
}
