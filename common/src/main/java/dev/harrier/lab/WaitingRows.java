package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/**
 * One kind's rows of some batches, on their way into its table: collected by one thread, then given to the database by another,
 * column by column, as one call per text would cost more than the text.
 */
final class WaitingRows {
    private final EventKind kind;
    private final List<EventShape.Column> columns;
    private final Map<String, byte[]> sources = new HashMap<>();
    private RowBatch[] batches = new RowBatch[1 << 12];
    private int[] places = new int[1 << 12];
    private byte[][] sourceOf = new byte[1 << 12][];
    private int size;
    private int given;

    /** Rows of a shape's kind, whose columns are the same in all of its shapes. */
    WaitingRows(EventShape shape) {
        this.kind = shape.kind();
        this.columns = shape.columns();
    }

    EventKind kind() {
        return kind;
    }

    /** The table's columns that the event model has; what comes with every row follows them, see {@link StoreTables}. */
    List<EventShape.Column> columns() {
        return columns;
    }

    int size() {
        return size;
    }

    /** How many have been given so far. */
    int given() {
        return given;
    }

    /**
     * Adds a batch's row.
     *
     * @param at where its cells begin
     * @return where they end
     */
    int add(RowBatch batch, EventShape shape, int at) {
        if (size == places.length) {
            batches = Arrays.copyOf(batches, size * 2);
            places = Arrays.copyOf(places, size * 2);
            sourceOf = Arrays.copyOf(sourceOf, size * 2);
        }
        batches[size] = batch;
        places[size] = at;
        sourceOf[size] = sources.computeIfAbsent(shape.source(), source -> source.getBytes(UTF_8));
        size++;
        return at + columns.size() + 1;
    }

    /** Gives the next rows; returns how many, none at the end. */
    int give(DuckDBDataChunkWriter to, long load) {
        int rows = (int) Math.min(to.capacity(), size - given);
        if (rows > 0) {
            int column = 0;
            for (EventShape.Column next : columns) {
                column(to.vector(column), next.field().type(), column, rows);
                column++;
            }
            DuckDBWritableVector loads = to.vector(column);
            for (int i = 0; i < rows; i++) {
                loads.setLong(i, load);
            }
            to.vector(column + 1).setStringUtf8Batch(0, Arrays.copyOfRange(sourceOf, given, given + rows));
            to.vector(column + 2).setStringUtf8Batch(0, texts(column, rows));
            given += rows;
        }
        return rows;
    }

    private void column(DuckDBWritableVector to, FieldType type, int column, int rows) {
        if (StoreTables.isText(type)) {
            to.setStringUtf8Batch(0, texts(column, rows));
            return;
        }
        for (int i = 0; i < rows; i++) {
            long cell = cell(i, column);
            if (cell == RowBatch.NULL) {
                to.setNull(i);
            } else if (type == FieldType.BOOLEAN) {
                to.setBoolean(i, cell != 0);
            } else {
                to.setLong(i, cell);
            }
        }
    }

    private byte[][] texts(int column, int rows) {
        byte[][] texts = new byte[rows][];
        for (int i = 0; i < rows; i++) {
            texts[i] = batches[given + i].text(cell(i, column));
        }
        return texts;
    }

    private long cell(int row, int column) {
        return batches[given + row].cells()[places[given + row] + column];
    }
}
