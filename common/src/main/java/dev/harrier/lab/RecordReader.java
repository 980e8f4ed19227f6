package dev.harrier.lab;

import java.util.Optional;

/** Reads one record's fields. For one thread. */
interface RecordReader {
    /**
     * Reads a record into an empty event.
     *
     * @return what is wrong with it, if something is
     */
    Optional<String> read(byte[] bytes, int from, int to, RawEvent into);

    /** Whether a line says something about the file and is no record. */
    default boolean isComment(byte[] bytes, int from, int to) {
        return false;
    }

    /** Whether comments like this one change what the records behind it mean; none that could be read here. */
    default boolean ends(byte[] bytes, int from, int to) {
        return false;
    }
}
