package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A growing text in UTF-8, made of pieces of records without decoding them. For one thread. */
final class ByteText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
    private static final int REPLACEMENT = 0xfffd;

    private byte[] bytes;
    private int length;

    ByteText(int expected) {
        bytes = new byte[Math.max(expected, 16)];
    }

    int length() {
        return length;
    }

    /** The bytes so far; those behind {@link #length} mean nothing. */
    byte[] bytes() {
        return bytes;
    }

    void clear() {
        length = 0;
    }

    /** Drops what comes behind the first bytes. */
    void shrink(int fewer) {
        length = fewer;
    }

    /** Keeps a part, in ASCII's lower case, of what begins at a place, and drops the rest of it. */
    void keepLowerCase(int begin, int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = bytes[i];
            bytes[begin + i - from] = next >= 'A' && next <= 'Z' ? (byte) (next + ('a' - 'A')) : next;
        }
        length = begin + to - from;
    }

    /** The bytes so far, for the caller to keep. */
    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void add(byte one) {
        room(1);
        bytes[length++] = one;
    }

    void add(byte[] more) {
        add(more, 0, more.length);
    }

    void add(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    void add(String text) {
        if (!text.isEmpty()) {
            add(text.getBytes(UTF_8));
        }
    }

    /** Adds what a valid JSON string means, given what stands between its quotes. */
    void addJsonString(byte[] from, int start, int end) {
        room(end - start);
        int at = start;
        while (at < end) {
            int stop = ByteScan.special(from, at, end);
            System.arraycopy(from, at, bytes, length, stop - at);
            length += stop - at;
            at = stop;
            if (at < end) {
                at = from[at] == '\\' ? escape(from, at + 1) : literal(from, at);
            }
        }
    }

    private int literal(byte[] from, int at) {
        bytes[length++] = from[at];
        return at + 1;
    }

    /** No escape is longer than its sequence, so there is room. */
    private int escape(byte[] from, int at) {
        if (from[at] == 'u') {
            return unicode(from, at);
        }
        bytes[length++] = switch (from[at]) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> from[at];
        };
        return at + 1;
    }

    private int unicode(byte[] from, int at) {
        int unit = hex(from, at + 1);
        boolean paired = Character.isHighSurrogate((char) unit)
                && at + 10 < from.length
                && from[at + 5] == '\\'
                && from[at + 6] == 'u'
                && Character.isLowSurrogate((char) hex(from, at + 7));
        if (paired) {
            code(Character.toCodePoint((char) unit, (char) hex(from, at + 7)));
            return at + 11;
        }
        code(Character.isSurrogate((char) unit) ? REPLACEMENT : unit);
        return at + 5;
    }

    private static int hex(byte[] from, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Math.max(Character.digit(from[i], 16), 0);
        }
        return value;
    }

    private void code(int point) {
        byte[] encoded = Character.toString(point).getBytes(UTF_8);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /** Adds a text as a JSON string. */
    void addQuoted(byte[] from, int start, int end) {
        room((end - start) * 6 + 2);
        bytes[length++] = '"';
        for (int i = start; i < end; i++) {
            byte next = from[i];
            if (next == '"' || next == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = next;
            } else if (next >= 0 && next < ' ') {
                control(next);
            } else {
                bytes[length++] = next;
            }
        }
        bytes[length++] = '"';
    }

    private void control(byte code) {
        add("\\u00".getBytes(UTF_8));
        bytes[length++] = HEX[code >> 4];
        bytes[length++] = HEX[code & 15];
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }
}
