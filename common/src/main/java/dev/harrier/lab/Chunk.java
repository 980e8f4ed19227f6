package dev.harrier.lab;

/** A stretch of input that holds whole records, or stands for one that was too long and thrown away. Nobody changes its bytes. */
final class Chunk {
    private final byte[] bytes;
    private final int length;
    private final long newlines;
    private final boolean tooLong;

    private Chunk(byte[] bytes, int length, long newlines, boolean tooLong) {
        this.bytes = bytes;
        this.length = length;
        this.newlines = newlines;
        this.tooLong = tooLong;
    }

    /** Whole records, in the first bytes of an array that is given away. */
    static Chunk of(byte[] bytes, int length) {
        return new Chunk(bytes, length, 0, false);
    }

    /** What was thrown away, and how many line ends with it. */
    static Chunk thrownAway(long newlines) {
        return new Chunk(new byte[0], 0, newlines, true);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Of what was thrown away only. */
    long newlines() {
        return newlines;
    }

    boolean tooLong() {
        return tooLong;
    }
}
