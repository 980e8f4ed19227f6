package dev.harrier.lab;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into stretches of whole records. For one thread. */
final class Chunks {
    /** Longer records are no events: a PowerShell script block is at most 32 KB, and a rendered event a few times that. */
    static final int LONGEST_RECORD = 16 << 20;

    /** Usual chunks are as long in bytes at most; longer ones are one record. */
    static final int SIZE = 1 << 20;

    private final InputStream in;
    private final RecordCut cut;
    private byte[] bytes = new byte[SIZE];
    private int filled;
    private boolean ended;

    Chunks(InputStream in, RecordCut cut) {
        this.in = in;
        this.cut = cut;
    }

    /** Whether everything has been read; the last chunk was given. */
    boolean ended() {
        return ended && filled == 0;
    }

    /** The next stretch; empty at the end. Whole records that came before an error are given before it is thrown. */
    Optional<Chunk> next() throws IOException {
        while (!ended()) {
            fill();
            int end = filled == 0 ? RecordCut.OPEN : cut.lastEnd(bytes, 0, filled, ended);
            if (end != RecordCut.OPEN) {
                return Optional.of(take(end));
            }
            if (filled >= LONGEST_RECORD) {
                return Optional.of(throwAway());
            }
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
        }
        return Optional.empty();
    }

    private void fill() throws IOException {
        while (!ended && filled < bytes.length) {
            int read = read();
            ended = read < 0;
            filled += Math.max(read, 0);
        }
    }

    private int read() throws IOException {
        try {
            return in.read(bytes, filled, bytes.length - filled);
        } catch (IOException e) {
            throw new BrokenOff(whole(), e);
        }
    }

    /** The whole records before a failure. */
    private Chunk whole() {
        int end = filled == 0 ? 0 : Math.max(cut.lastEnd(bytes, 0, filled, false), 0);
        return Chunk.of(bytes, end);
    }

    private Chunk take(int end) {
        byte[] taken = bytes;
        bytes = new byte[Math.max(SIZE, filled - end)];
        System.arraycopy(taken, end, bytes, 0, filled - end);
        filled -= end;
        return Chunk.of(taken, end);
    }

    /** Goes on behind the next line's end. */
    private Chunk throwAway() throws IOException {
        long newlines = newlines(filled);
        int end = RecordCut.OPEN;
        while (end == RecordCut.OPEN) {
            filled = 0;
            bytes = bytes.length > SIZE ? new byte[SIZE] : bytes;
            fill();
            end = filled == 0 ? 0 : RecordCuts.LINES.end(bytes, 0, filled, ended);
            newlines += end == RecordCut.OPEN ? 0 : newlines(end);
        }
        System.arraycopy(bytes, end, bytes, 0, filled - end);
        filled -= end;
        return Chunk.thrownAway(newlines);
    }

    private long newlines(int to) {
        long count = 0;
        for (int i = 0; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Reading failed behind these whole records. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Chunk before;

        BrokenOff(Chunk before, IOException cause) {
            super(cause.getMessage(), cause);
            this.before = before;
        }

        Chunk before() {
            return before;
        }
    }
}
