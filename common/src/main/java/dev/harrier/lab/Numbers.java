package dev.harrier.lab;

import java.util.OptionalLong;

/** Reads the integers that event records hold: decimal, or Windows' hexadecimal. */
final class Numbers {
    private Numbers() {}

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
