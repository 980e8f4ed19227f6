package dev.harrier.lab;

/** Finds where records end in bytes, in one pass. Remembers nothing; safe for several threads. */
interface RecordCut {
    /** No end was found: more bytes are needed. */
    int OPEN = -1;

    /** One record per line. */
    RecordCut LINES = new LineCut();

    /** One record per line, but for line ends between double quotes, as in CSV. */
    RecordCut ROWS = RecordCut::endOfRow;

    /** JSON values with white space or commas between them. */
    RecordCut ELEMENTS = new ElementCut();

    /**
     * Where the record that begins at {@code from} ends, behind its separator if it has one.
     *
     * @param to where the bytes end, behind {@code from}
     * @param last whether nothing follows them
     * @return the end, or {@link #OPEN}; never that of the last bytes
     */
    int end(byte[] bytes, int from, int to, boolean last);

    /** The end of the last record that is whole, or {@link #OPEN} if none is. */
    default int lastEnd(byte[] bytes, int from, int to, boolean last) {
        int end = OPEN;
        int next = from;
        while (next < to) {
            next = end(bytes, next, to, last);
            if (next == OPEN) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int endOfRow(byte[] bytes, int from, int to, boolean last) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                return i + 1;
            }
        }
        return last ? to : OPEN;
    }
}
