package dev.harrier.lab;

import dev.harrier.hunt.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Rows made of one {@link Chunk}, ready to be appended, and what there is to say of it. Filled by one thread, then read by another. */
final class RowBatch {
    /** A cell without a value. */
    static final long NULL = Long.MIN_VALUE;

    private final List<EventShape> shapes = new ArrayList<>(1 << 11);
    private final ByteText texts;
    private final QuotedNames names = new QuotedNames();
    private final LoadTally tally;
    private final Set<String> sysmonHosts = new HashSet<>();
    private final Set<String> securityHosts = new HashSet<>();
    private long[] cells = new long[1 << 14];
    private int size;
    private long newlines;
    private boolean closed;
    private OptionalLong brokenOff = OptionalLong.empty();

    /**
     * An empty batch.
     *
     * @param expected how many bytes of text there may be, more or less
     */
    RowBatch(LoadTally tally, int expected) {
        this.tally = tally;
        this.texts = new ByteText(expected);
    }

    /** Adds a row of an event that happened at {@code time}, in microseconds since the epoch. */
    void add(RawEvent event, EventShape shape, long time) {
        shapes.add(shape);
        for (EventShape.Column column : shape.columns()) {
            cell(column.isTime() ? time(event, column, time) : value(event, column));
        }
        int start = texts.length();
        event.remainderTo(texts, names);
        cell(text(start));
        tally.loaded(shape.kind());
    }

    private static long time(RawEvent event, EventShape.Column column, long time) {
        for (Spelling spelling : column.spellings()) {
            if (!spelling.read(event).isEmpty()) {
                spelling.use(event);
                return time;
            }
        }
        return time;
    }

    /** The first spelling that the record has decides; what isn't of the column's type stays in the remainder. */
    private long value(RawEvent event, EventShape.Column column) {
        int start = texts.length();
        for (Spelling spelling : column.spellings()) {
            spelling.copyTo(event, texts);
            if (texts.length() > start) {
                long value = StoreTables.isText(column.field().type())
                        ? text(start)
                        : number(spelling.read(event), column.field().type(), start);
                if (value != NULL) {
                    spelling.use(event);
                }
                return value;
            }
        }
        return NULL;
    }

    private long text(int start) {
        return (long) start << 32 | (texts.length() - start);
    }

    private long number(String value, FieldType type, int start) {
        texts.cut(start);
        OptionalLong number =
                switch (type) {
                    case INTEGER -> Numbers.read(value);
                    case TIME -> EventTimes.micros(value);
                    case BOOLEAN -> truth(value);
                    case STRING, PATH, ADDRESS -> OptionalLong.empty();
                };
        return number.orElse(NULL);
    }

    private static OptionalLong truth(String value) {
        if (value.equalsIgnoreCase("true")) {
            return OptionalLong.of(1);
        }
        return value.equalsIgnoreCase("false") ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private void cell(long value) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        cells[size++] = value;
    }

    List<EventShape> shapes() {
        return shapes;
    }

    /** All rows' cells, one row after the other, each with its remainder last. */
    long[] cells() {
        return cells;
    }

    /** A cell's text. */
    byte[] text(long cell) {
        int start = (int) (cell >>> 32);
        return Arrays.copyOfRange(texts.bytes(), start, start + (int) cell);
    }

    LoadTally tally() {
        return tally;
    }

    Set<String> sysmonHosts() {
        return sysmonHosts;
    }

    Set<String> securityHosts() {
        return securityHosts;
    }

    long newlines() {
        return newlines;
    }

    void newlines(long count) {
        newlines = count;
    }

    /** The line at which the records begin to mean something else; empty if they don't. */
    OptionalLong brokenOff() {
        return brokenOff;
    }

    void breakOff(long line) {
        closed = true;
        brokenOff = brokenOff.isPresent() ? brokenOff : OptionalLong.of(line);
    }

    /** Whether the records end in this chunk, whatever follows. */
    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
