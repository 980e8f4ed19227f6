package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Member names by their bytes, so that a name that came before costs no text. What finds no room near its place is made anew each
 * time, so that hostile names cost neither memory nor time. For one thread.
 */
final class JsonNames {
    private static final int SIZE = 1 << 11;
    private static final int TRIES = 8;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final EventSources sources;
    private final byte[][] bytes = new byte[SIZE][];
    private final JsonName[] names = new JsonName[SIZE];

    JsonNames(EventSources sources) {
        this.sources = sources;
    }

    /** The name that these bytes are, in UTF-8 and without escapes. */
    JsonName of(byte[] record, int from, int to) {
        int place = hash(record, from, to);
        for (int i = place; i < place + TRIES; i++) {
            int at = i & (SIZE - 1);
            if (names[at] == null) {
                bytes[at] = Arrays.copyOfRange(record, from, to);
                names[at] = made(record, from, to);
                return names[at];
            }
            if (Arrays.equals(bytes[at], 0, bytes[at].length, record, from, to)) {
                return names[at];
            }
        }
        return made(record, from, to);
    }

    private JsonName made(byte[] record, int from, int to) {
        return JsonName.of(new String(record, from, to - from, UTF_8), sources);
    }

    private static int hash(byte[] record, int from, int to) {
        long hash = (long) to - from;
        if (to - from >= Long.BYTES) {
            hash += ByteScan.word(record, from) * 31 + ByteScan.word(record, to - Long.BYTES);
        } else {
            for (int i = from; i < to; i++) {
                hash = hash << 8 | record[i];
            }
        }
        return (int) ((hash * MIX) >>> 40);
    }
}
