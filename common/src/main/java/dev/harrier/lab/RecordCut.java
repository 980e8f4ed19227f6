package dev.harrier.lab;

/** Finds where records end in bytes, in one pass. Remembers nothing; safe for several threads. */
interface RecordCut {
    /** No end was found: more bytes are needed. */
    int OPEN = -1;

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
}
