package dev.harrier.lab;

import java.util.Map;

/** What the fields of an event's hashes can hold. */
final class Digests {
    private static final Map<String, Integer> DIGITS = Map.of("md5", 32, "sha1", 40, "sha256", 64, "Imphash", 32);

    private Digests() {}

    /**
     * Whether a log can hold a text in a field. A digest has one length, so none is longer: a search for {@code SHA256=} and all 64
     * digits needs no mark of their end, and a near miss that goes on behind them is no event.
     */
    static boolean canBe(String field, String text) {
        return text.length() <= DIGITS.getOrDefault(field, Integer.MAX_VALUE);
    }
}
