package dev.harrier.lab;

/**
 * What was made of some bytes, found again by them, so that what comes often is made once. What finds no room near its place is not
 * remembered, so that hostile bytes cost no time; how long keys may be, and so the memory, is the caller's to say. For one thread.
 */
final class KnownBytes<T> {
    private static final int TRIES = 8;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    /** A key's head and its tail, and beside them the key and what was made of it: what is looked at together lies together. */
    private final long[] ends;

    private final Object[] known;
    private final int last;

    /**
     * Nothing known yet.
     *
     * @param places a power of two
     */
    KnownBytes(int places) {
        ends = new long[2 * places];
        known = new Object[2 * places];
        last = places - 1;
    }

    /** What was made of these bytes; null if that is not known. */
    @SuppressWarnings("unchecked") // put takes nothing else
    T get(byte[] bytes, int from, int to) {
        long head = ByteScan.head(bytes, from, to);
        long tail = ByteScan.tail(bytes, from, to);
        int place = place(head, tail, to - from);
        for (int i = place; i < place + TRIES; i++) {
            int at = 2 * (i & last);
            if (known[at] == null) {
                return null;
            }
            if (ends[at] == head && ends[at + 1] == tail && isEqual((byte[]) known[at], bytes, from, to)) {
                return (T) known[at + 1];
            }
        }
        return null;
    }

    /** Remembers what was made of bytes that are not known, and that nobody changes from now on. */
    void put(byte[] key, T value) {
        long head = ByteScan.head(key, 0, key.length);
        long tail = ByteScan.tail(key, 0, key.length);
        int place = place(head, tail, key.length);
        for (int i = place; i < place + TRIES; i++) {
            int at = 2 * (i & last);
            if (known[at] == null) {
                ends[at] = head;
                ends[at + 1] = tail;
                known[at] = key;
                known[at + 1] = value;
                return;
            }
        }
    }

    /** A product's high bits hold nothing of a factor's highest, which are the key's last bytes: they are put among the lower ones. */
    private static int place(long head, long tail, int length) {
        long hash = head * 31 + tail + length;
        return (int) (((hash ^ (hash >>> 32)) * MIX) >>> 40);
    }

    /** Of keys whose heads and tails are equal: only what is between them is left. */
    private static boolean isEqual(byte[] key, byte[] bytes, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int i = Long.BYTES; i < key.length - Long.BYTES; i += Long.BYTES) {
            if (ByteScan.word(key, i) != ByteScan.word(bytes, from + i)) {
                return false;
            }
        }
        return true;
    }
}
