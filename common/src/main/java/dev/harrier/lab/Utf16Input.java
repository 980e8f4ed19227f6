package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/**
 * What a stream in UTF-16 that begins with a byte order mark says, in UTF-8 and without the mark: PowerShell's {@code >} and Windows'
 * event viewer write such files. Half a surrogate pair or half a unit becomes U+FFFD. For one thread.
 */
final class Utf16Input extends InputStream {
    private final Reader text;
    private final char[] units = new char[1 << 13];
    private int held;
    private byte[] bytes = new byte[0];
    private int next;

    Utf16Input(InputStream in) {
        this.text = new InputStreamReader(in, UTF_16);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (next == bytes.length) {
            if (!fill()) {
                return -1;
            }
        }
        int copied = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, to, from, copied);
        next += copied;
        return copied;
    }

    /** Keeps the first half of a pair until the second has come. */
    private boolean fill() throws IOException {
        int read = text.read(units, held, units.length - held);
        int end = held + Math.max(read, 0);
        held = read >= 0 && end > 0 && Character.isHighSurrogate(units[end - 1]) ? 1 : 0;
        bytes = new String(units, 0, end - held).getBytes(UTF_8);
        next = 0;
        if (held == 1) {
            units[0] = units[end - 1];
        }
        return read >= 0 || end > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
