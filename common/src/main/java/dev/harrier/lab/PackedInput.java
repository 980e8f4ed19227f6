package dev.harrier.lab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What a packed stream holds, refused once it is beyond what events pack to: a bomb is a few kilobytes that unpack to terabytes.
 * Windows events pack to a tenth, the most repetitive ones to a fiftieth. For one thread.
 */
final class PackedInput extends FilterInputStream {
    /** How many bytes may come of one packed byte. */
    static final long MOST_RATIO = 200;
    /** What may come of any input, however small. */
    static final long ALWAYS_ALLOWED = 64L << 20;

    private final LongSupplier packed;
    private long unpacked;

    /** Watches a stream that unpacks what had so many bytes up to now. */
    PackedInput(InputStream unpacking, LongSupplier packed) {
        super(unpacking);
        this.packed = packed;
    }

    /** Unpacks a stream, watching both ends. */
    static InputStream of(InputStream packed, Unpacker unpacker) throws IOException {
        Counted counted = new Counted(packed);
        return new PackedInput(unpacker.open(counted), () -> counted.count);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = unpack(to, from, length);
        unpacked += Math.max(read, 0);
        if (unpacked > ALWAYS_ALLOWED && unpacked / MOST_RATIO > packed.getAsLong()) {
            throw new IOException("it unpacks to more than " + MOST_RATIO + " times its size, as no events do");
        }
        return read;
    }

    /** Unpackers written for whole buffers tell of broken input by other exceptions than of input. */
    private int unpack(byte[] to, int from, int length) throws IOException {
        try {
            return in.read(to, from, length);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the packed data is broken: " + e.getMessage(), e);
        }
    }

    /** Makes an unpacking stream of a packed one. */
    interface Unpacker {
        InputStream open(InputStream packed) throws IOException;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
