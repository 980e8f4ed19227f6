package dev.harrier.lab;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * An input's own bytes, and how they are written down. Packing and format are known by the first bytes, whatever the name.
 *
 * @param bytes unpacked, without a byte order mark or a heading
 * @param format of what they hold
 */
record EventInput(InputStream bytes, EventFormat format) {
    private static final int BUFFER = 1 << 16;
    private static final int SHORTEST = 4;

    /** Looks at the first bytes. */
    static EventInput of(InputStream in) throws IOException {
        byte[] packed = peek(in);
        InputStream whole = joined(packed, 0, in);
        if (startsWith(packed, 0x1f, 0x8b)) {
            return plain(PackedInput.of(whole, from -> new GZIPInputStream(from, BUFFER)));
        }
        return plain(startsWith(packed, 0x28, 0xb5, 0x2f, 0xfd) ? PackedInput.of(whole, ZstdInputStream::new) : whole);
    }

    private static EventInput plain(InputStream in) throws IOException {
        byte[] start = peek(in);
        if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) {
            return plain(new Utf16Input(joined(start, 0, in)));
        }
        int mark = startsWith(start, 0xef, 0xbb, 0xbf) ? 3 : 0;
        FormatGuess guess = FormatGuess.of(Arrays.copyOfRange(start, mark, start.length));
        return new EventInput(joined(start, mark + guess.heading(), in), guess.format());
    }

    /** What was looked at, then the rest; unlike a buffered stream it never swallows bytes that came just before a failure. */
    private static InputStream joined(byte[] start, int from, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(start, from, start.length - from), rest);
    }

    /** The first bytes: what can be read of them before the end or a failure, which then comes again. */
    private static byte[] peek(InputStream in) throws IOException {
        byte[] start = new byte[BUFFER];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < start.length; length += Math.max(read, 0)) {
                read = in.read(start, length, start.length - length);
            }
        } catch (IOException e) {
            if (length < SHORTEST) {
                throw e;
            }
        }
        return Arrays.copyOf(start, length);
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        boolean same = start.length >= bytes.length;
        for (int i = 0; i < bytes.length && same; i++) {
            same = (start[i] & 0xff) == bytes[i];
        }
        return same;
    }
}
