package dev.harrier.lab;

import java.util.List;
import java.util.function.Function;

/**
 * How an input's events are written down.
 *
 * @param cut finds where they end
 * @param maker makes what reads one of them; one reader per thread
 * @param enclosure what is around them and must end
 * @param cells whether white space means something: an empty cell
 * @param line the number of the line, 1-based, behind the heading
 */
record EventFormat(
        RecordCut cut, Function<EventSources, RecordReader> maker, Enclosure enclosure, boolean cells, long line) {
    static final String FOLLOWS = "something follows the JSON array and is not read";

    /** What may be around the records. */
    enum Enclosure {
        NONE,
        /** A JSON array, behind which nothing may follow. */
        ARRAY,
        /** A JSON array in an object, whose other members are not looked at. */
        OBJECT
    }

    /** One JSON object per line. */
    static final EventFormat JSON_LINES = new EventFormat(RecordCuts.LINES, JsonRecords::new, Enclosure.NONE, false, 1);

    /** JSON objects one after the other, over several lines each. */
    static EventFormat documents() {
        return new EventFormat(RecordCuts.ELEMENTS, JsonRecords::new, Enclosure.NONE, false, 1);
    }

    /** The elements of a JSON array. */
    static EventFormat array(Enclosure enclosure, long line) {
        return new EventFormat(RecordCuts.ELEMENTS, JsonRecords::new, enclosure, false, line);
    }

    /** A JSON array of arrays. */
    static EventFormat rows(List<String> columns, long line) {
        return new EventFormat(
                RecordCuts.ELEMENTS, sources -> new JsonRecords(sources, columns), Enclosure.OBJECT, false, line);
    }

    /** The Windows event log's own XML. */
    static EventFormat xml(long line) {
        return new EventFormat(RecordCuts.XML_EVENTS, XmlRecords::new, Enclosure.NONE, false, line);
    }

    /** Rows of cells. */
    static EventFormat table(TableHeading heading, long line) {
        RecordCut cut = heading.quoted() && heading.constants().isEmpty() ? RecordCuts.ROWS : RecordCuts.LINES;
        return new EventFormat(cut, sources -> new DelimitedRecords(heading, sources), Enclosure.NONE, true, line);
    }

    RecordReader newReader(EventSources sources) {
        return maker.apply(sources);
    }

    /** Where a record's own bytes begin, behind what separates it from the one before. */
    int start(byte[] bytes, int from, int to) {
        if (cut == RecordCuts.ELEMENTS) {
            return ElementCut.start(bytes, from, to);
        }
        int start = from;
        while (start < to && isSpace(bytes[start])) {
            start++;
        }
        return start;
    }

    /** Where they end. */
    int end(byte[] bytes, int begin, int to) {
        int end = to;
        while (end > begin && isSpace(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    private boolean isSpace(byte next) {
        return next == '\n' || next == '\r' || (!cells && (next == ' ' || next == '\t'));
    }

    /** Whether this record is the array's end. */
    boolean closes(byte[] bytes, int from) {
        return enclosure != Enclosure.NONE && bytes[from] == ']';
    }
}
