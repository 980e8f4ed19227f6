package dev.harrier.lab;

import java.util.function.Function;

/**
 * How an input's events are written down.
 *
 * @param cut finds where they end
 * @param maker makes what reads one of them; one reader per thread
 * @param enclosed whether they are elements of an array that must end
 * @param line the number of the line, 1-based, on which the first of them begins or that ends before it
 */
record EventFormat(RecordCut cut, Function<EventSources, RecordReader> maker, boolean enclosed, long line) {
    static final String FOLLOWS = "something follows the JSON array and is not read";

    /** One JSON object per line. */
    static final EventFormat JSON_LINES = new EventFormat(RecordCut.LINES, JsonRecords::new, false, 1);

    RecordReader newReader(EventSources sources) {
        return maker.apply(sources);
    }

    /** Where a record's own bytes begin, behind what separates it from the one before. */
    int start(byte[] bytes, int from, int to) {
        if (cut == RecordCut.ELEMENTS) {
            return ElementCut.start(bytes, from, to);
        }
        int start = from;
        while (start < to && (bytes[start] == ' ' || bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }

    /** Whether this record is the array's end. */
    boolean closes(byte[] bytes, int from) {
        return enclosed && bytes[from] == ']';
    }
}
