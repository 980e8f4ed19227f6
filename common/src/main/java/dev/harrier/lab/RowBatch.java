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
    private final ByteText scratch = new ByteText(1 << 12);
    private final QuotedNames names = new QuotedNames();
    private final LoadTally tally;
    private final Set<String> sysmonHosts = new HashSet<>();
    private final Set<String> securityHosts = new HashSet<>();
    private long[] cells = new long[1 << 14];
    private int size;
    private byte[][] texts = new byte[1 << 14][];
    private int textCount;
    private long textBytes;
    private long newlines;
    private boolean closed;
    private OptionalLong brokenOff = OptionalLong.empty();

    /** An empty batch. */
    RowBatch(LoadTally tally) {
        this.tally = tally;
    }

    /** Adds a row of an event that happened at {@code time}, in microseconds since the epoch. */
    void add(RawEvent event, EventShape shape, long time) {
        shapes.add(shape);
        for (EventShape.Column column : shape.columns()) {
            cell(column.isTime() ? time(event, column, time) : value(event, column));
        }
        scratch.clear();
        event.remainderTo(scratch, names);
        cell(text());
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
        scratch.clear();
        for (Spelling spelling : column.spellings()) {
            spelling.copyTo(event, scratch);
            if (scratch.length() > 0) {
                long value = StoreTables.isText(column.field().type())
                        ? text()
                        : number(spelling.read(event), column.field().type());
                if (value != NULL) {
                    spelling.use(event);
                }
                return value;
            }
        }
        return NULL;
    }

    /** Keeps the scratch's text, and says which it is. */
    private long text() {
        if (textCount == texts.length) {
            texts = Arrays.copyOf(texts, textCount * 2);
        }
        texts[textCount] = scratch.copy();
        textBytes += scratch.length();
        return textCount++;
    }

    private static long number(String value, FieldType type) {
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

    /** What the rows take in the database's memory, in bytes: a cell has 16, and a text its own. */
    long memory() {
        return textBytes + 16L * size;
    }

    /** A cell's text, in UTF-8; nobody changes it. Null for none. */
    byte[] text(long cell) {
        return cell == NULL ? null : texts[(int) cell];
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
