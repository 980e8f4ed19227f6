package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Checks that bytes are UTF-8, which the database takes for granted. */
final class Utf8 {
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        int other = endOfAscii(bytes, from, to);
        if (other == to) {
            return true;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, other, to - other));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        return endOfAscii(bytes, from, to) == to;
    }

    private static int endOfAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 4 * Long.BYTES <= to
                && ((ByteScan.word(bytes, i)
                                        | ByteScan.word(bytes, i + 8)
                                        | ByteScan.word(bytes, i + 16)
                                        | ByteScan.word(bytes, i + 24))
                                & HIGH_BITS)
                        == 0) {
            i += 4 * Long.BYTES;
        }
        while (i + Long.BYTES <= to && (ByteScan.word(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }
}
