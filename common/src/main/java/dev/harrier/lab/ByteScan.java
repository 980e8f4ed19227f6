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
    private static final long SPACES = ' ' * ONES;

    private ByteScan() {}

    /** Eight bytes, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The first eight bytes; of fewer, all. */
    static long head(byte[] bytes, int from, int to) {
        if (to - from >= Long.BYTES) {
            return word(bytes, from);
        }
        if (from + Long.BYTES <= bytes.length) {
            return word(bytes, from) & ((1L << (Byte.SIZE * (to - from))) - 1);
        }
        long head = 0;
        for (int i = from; i < to; i++) {
            head |= (bytes[i] & 0xffL) << (Byte.SIZE * (i - from));
        }
        return head;
    }

    /** The last eight bytes; of fewer, none. */
    static long tail(byte[] bytes, int from, int to) {
        return to - from >= Long.BYTES ? word(bytes, to - Long.BYTES) : 0;
    }

    /** The first line feed; {@code to} if there is none. */
    static int newline(byte[] bytes, int from, int to) {
        return first((byte) '\n', bytes, from, to);
    }

    /** The first of a byte; {@code to} if there is none. */
    static int first(byte wanted, byte[] bytes, int from, int to) {
        long pattern = (wanted & 0xff) * ONES;
        int at = from;
        for (; at + 2 * Long.BYTES <= to; at += 2 * Long.BYTES) {
            long hit = zeros(word(bytes, at) ^ pattern);
            long next = zeros(word(bytes, at + Long.BYTES) ^ pattern);
            if ((hit | next) != 0) {
                return hit != 0 ? at + place(hit) : at + Long.BYTES + place(next);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static int place(long hit) {
        return Long.numberOfTrailingZeros(hit) >>> 3;
    }

    /** The first byte that means something in a JSON string: a quote, a backslash, or a control; {@code to} if there is none. */
    static int special(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = word(bytes, at);
            long control = (word - SPACES) & ~word & HIGH_BITS;
            long hit = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | control;
            if (hit != 0) {
                return at + place(hit);
            }
        }
        while (at < to && !isSpecial(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Whether an ASCII text stands there. */
    static boolean begins(String text, byte[] bytes, int from, int to) {
        if (text.length() > to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecial(byte next) {
        return next == '"' || next == '\\' || (next >= 0 && next < ' ');
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }
}
