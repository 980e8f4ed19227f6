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
    /** Longer texts seldom come again: digests and command lines. */
    private static final int LONGEST_KNOWN = 48;

    private final List<EventShape> shapes = new ArrayList<>(1 << 11);
    private final ByteText scratch = new ByteText(1 << 12);
    private final QuotedNames names = new QuotedNames();
    private final KnownBytes<Integer> known = new KnownBytes<>(1 << 9);
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

    /** Adds an event's row; false if it has no readable time, without which it is none. */
    boolean add(RawEvent event, EventShape shape) {
        long time = value(event, shape.time());
        if (time == NULL) {
            return false;
        }
        shapes.add(shape);
        for (EventShape.Column column : shape.columns()) {
            cell(column.isTime() ? time : value(event, column));
        }
        scratch.clear();
        event.remainderTo(scratch, names);
        textBytes += scratch.length();
        cell(kept(scratch.copy()));
        tally.add(shape.kind());
        return true;
    }

    /** The first spelling that the record has decides; what isn't of the column's type stays in the remainder. */
    private long value(RawEvent event, EventShape.Column column) {
        scratch.clear();
        Spelling spelling = column.copyTo(event, scratch);
        if (spelling == null) {
            return NULL;
        }
        long value = StoreTables.isText(column.field().type())
                ? text()
                : number(column.field().type());
        if (value != NULL) {
            spelling.use(event);
        }
        return value;
    }

    /** Keeps the scratch's text, once for all rows that have it, and says which it is. */
    private long text() {
        textBytes += scratch.length();
        if (scratch.length() > LONGEST_KNOWN) {
            return kept(scratch.copy());
        }
        Integer before = known.get(scratch.bytes(), 0, scratch.length());
        if (before != null) {
            return before;
        }
        byte[] text = scratch.copy();
        int place = kept(text);
        known.put(text, place);
        return place;
    }

    private int kept(byte[] text) {
        if (textCount == texts.length) {
            texts = Arrays.copyOf(texts, textCount * 2);
        }
        texts[textCount] = text;
        return textCount++;
    }

    private long number(FieldType type) {
        return switch (type) {
            case INTEGER -> Numbers.read(scratch).orElse(NULL);
            case TIME -> EventTimes.micros(scratch).orElse(NULL);
            case BOOLEAN -> truth(scratch.toString());
            case STRING, PATH, ADDRESS -> NULL;
        };
    }

    private static long truth(String value) {
        if (value.equalsIgnoreCase("true")) {
            return 1;
        }
        return value.equalsIgnoreCase("false") ? 0 : NULL;
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
