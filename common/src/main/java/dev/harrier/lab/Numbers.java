package dev.harrier.lab;

import java.util.OptionalLong;

/** Reads the integers that event records hold: decimal, or Windows' hexadecimal. */
final class Numbers {
    private Numbers() {}

    /** The number; empty if it is none. */
    static OptionalLong read(ByteText text) {
        return hasOnlyDigits(text) ? OptionalLong.of(digits(text.bytes(), 0, text.length())) : read(text.toString());
    }

    /** As most are, and so few that every number of them fits. */
    private static boolean hasOnlyDigits(ByteText text) {
        return text.length() > 0 && text.length() <= 18 && areDigits(text.bytes(), 0, text.length());
    }

    static boolean areDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number that up to 18 digits are. */
    static long digits(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    /** The number; empty if it is none. */
    static OptionalLong read(String text) {
        try {
            return OptionalLong.of(
                    text.startsWith("0x") ? Long.parseLong(text, 2, text.length(), 16) : Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
