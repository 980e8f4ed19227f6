package dev.harrier.lab;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds single bytes, eight at a time: a byte is zero if taking one from it borrows and its high bit was not set (Mycroft's test). A
 * borrow only falsifies the bytes behind the first hit, so the first is exact.
 */
final class ByteScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long NEWLINES = '\n' * ONES;
    private static final long SPACES = ' ' * ONES;

    private ByteScan() {}

    /** Eight bytes, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The first line feed; {@code to} if there is none. */
    static int newline(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long hit = zeros(word(bytes, at) ^ NEWLINES);
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The first byte that means something in a JSON string: a quote, a backslash, or a control; {@code to} if there is none. */
    static int special(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = word(bytes, at);
            long control = (word - SPACES) & ~word & HIGH_BITS;
            long hit = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | control;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (at < to && !isSpecial(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpecial(byte next) {
        return next == '"' || next == '\\' || (next >= 0 && next < ' ');
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }
}
