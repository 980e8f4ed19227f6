package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldType;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends rows to one kind's table. For one thread. */
final class KindWriter implements AutoCloseable {
    private final DuckDBAppender rows;
    private final long load;

    KindWriter(DuckDBConnection connection, EventKind kind, long load) throws SQLException {
        this.rows = connection.createAppender(StoreTables.SCHEMA, kind.category());
        this.load = load;
    }

    /**
     * Appends one row.
     *
     * @param at where its cells begin
     * @return where they end
     */
    int write(RowBatch batch, EventShape shape, int at) throws SQLException {
        long[] cells = batch.cells();
        int next = at;
        rows.beginRow();
        for (EventShape.Column column : shape.columns()) {
            append(batch, cells[next++], column.field().type());
        }
        rows.append(load);
        rows.append(shape.source());
        rows.append(batch.text(cells[next++]));
        rows.endRow();
        return next;
    }

    private void append(RowBatch batch, long cell, FieldType type) throws SQLException {
        if (cell == RowBatch.NULL) {
            rows.appendNull();
            return;
        }
        switch (type) {
            case STRING, PATH, ADDRESS -> rows.append(batch.text(cell));
            case INTEGER -> rows.append(cell);
            case TIME -> rows.appendEpochMicros(cell);
            case BOOLEAN -> rows.append(cell != 0);
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
