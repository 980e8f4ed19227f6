package dev.harrier.lab;

import java.util.Optional;

/**
 * What an input's first bytes say of its format.
 *
 * @param heading how many of them are no records
 */
record FormatGuess(EventFormat format, int heading) {
    /** Looks at them; what is nothing else is taken for JSON lines, so that each line of it is said to be none. */
    static FormatGuess of(byte[] start) {
        int first = ElementCut.start(start, 0, start.length);
        byte begin = first < start.length ? start[first] : 0;
        if (begin == '[') {
            return new FormatGuess(EventFormat.array(EventFormat.Enclosure.ARRAY, line(start, first)), first + 1);
        }
        return begin == '{' ? json(start, first) : begin == '<' ? xml(start, first) : text(start);
    }

    /** What stands before the first event is an XML declaration and the element around all events. */
    private static FormatGuess xml(byte[] start, int first) {
        int event = XmlCut.begin(start, first, start.length);
        return event == start.length
                ? new FormatGuess(EventFormat.JSON_LINES, 0)
                : new FormatGuess(EventFormat.xml(line(start, event)), event);
    }

    /** An object that fills the first line is one event of many, unless it only wraps an array of them. */
    private static FormatGuess json(byte[] start, int first) {
        Optional<JsonWrapper> wrapper = JsonWrapper.in(start, first);
        if (wrapper.isPresent()) {
            int end = wrapper.get().end();
            return new FormatGuess(wrapper.get().format(line(start, end)), end);
        }
        return new FormatGuess(isLineOfLines(start, first) ? EventFormat.JSON_LINES : EventFormat.documents(), 0);
    }

    /** Whether some line holds a whole object. */
    private static boolean isLineOfLines(byte[] start, int first) {
        int next = first;
        while (next < start.length) {
            int end = RecordCuts.LINES.end(start, next, start.length, true);
            if (start[next] == '{') {
                int whole = RecordCuts.ELEMENTS.end(start, next, end, false);
                if (whole >= 0 && ElementCut.start(start, whole, end) == end && start[end - 1] != ',') {
                    return true;
                }
            }
            next = end;
        }
        return RecordCuts.LINES.end(start, first, start.length, false) < 0;
    }

    private static FormatGuess text(byte[] start) {
        return TableHeadings.log(start)
                .or(() -> TableHeadings.csv(start))
                .map(found ->
                        new FormatGuess(EventFormat.table(found.heading(), line(start, found.end())), found.end()))
                .orElse(new FormatGuess(EventFormat.JSON_LINES, 0));
    }

    private static long line(byte[] bytes, int to) {
        long line = 1;
        for (int i = 0; i < to; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
