package dev.harrier.lab;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without copying or decoding them. Reused buffer; for one thread. */
final class ByteLines {
    /** Longer lines are no events: a PowerShell script block is at most 32 KB, and a rendered event a few times that. */
    static final int LONGEST_LINE = 16 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int length;
    private int next;
    private int filled;
    private long number;
    private boolean tooLong;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        tooLong = false;
        start = next;
        int end = indexOfNewline(start);
        while (end < 0) {
            int read = fill();
            if (read < 0) {
                next = filled;
                return (start < filled || tooLong) && line(filled, filled);
            }
            end = indexOfNewline(filled - read);
        }
        return line(end, end + 1);
    }

    private boolean line(int end, int after) {
        length = end - start;
        next = after;
        number++;
        return true;
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more behind the line begun, which moves to the buffer's front; what is longer than the longest line is thrown away. */
    private int fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled >= LONGEST_LINE) {
            tooLong = true;
            filled = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** 1-based; how many lines were complete, when reading failed. */
    long number() {
        return number;
    }

    /** Whether the current line is longer than {@link #LONGEST_LINE}; its bytes are then only its end. */
    boolean tooLong() {
        return tooLong;
    }
}
