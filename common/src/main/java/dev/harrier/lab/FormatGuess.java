package dev.harrier.lab;

/**
 * What an input's first bytes say of its format.
 *
 * @param heading how many of them are no records
 */
record FormatGuess(EventFormat format, int heading) {
    /** Looks at them; what is nothing else is taken for JSON lines, so that each line of it is said to be none. */
    static FormatGuess of(byte[] start) {
        int first = ElementCut.start(start, 0, start.length);
        if (first < start.length && start[first] == '[') {
            return new FormatGuess(
                    new EventFormat(RecordCut.ELEMENTS, JsonRecords::new, true, line(start, first)), first + 1);
        }
        return new FormatGuess(EventFormat.JSON_LINES, 0);
    }

    private static long line(byte[] bytes, int to) {
        long line = 1;
        for (int i = 0; i < to; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
