package dev.harrier.hunt;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts for generated conditions and events, drawn from a pool so small that the two often meet. Not thread-safe. */
final class RandomTexts {
    private static final List<String> WORDS = List.of(
            "cmd.exe",
            "powershell",
            "Temp",
            "-enc",
            "C:",
            "http",
            "update",
            "rundll32.exe",
            "x",
            "1",
            "0x1410",
            "admin",
            "Lsass",
            "foo bar",
            "a",
            "AbC");
    private static final List<String> GLUE = List.of("\\", "\\", "\\", " ", ".", "/", "-", ":", "", "_");
    private static final List<String> HOSTILE = List.of(
            "\"", "'", "\\", "\\\\", "*", "?", "\\*", "%", "_", "`", "$x$", "[[", "|", ";", "//", "/*", "\n", "\t", "]",
            "(", ")", "=", " OR ", "\\\"", "%TEMP%", "${x}", "日本", "é", "\u202e", "😀", "\\n", " ", ",", "{", "<!--",
            "#", "~", "^", "&", "@\"", "h@'");
    private static final List<String> NETWORKS =
            List.of("10.0.0.", "10.1.2.", "192.168.1.", "203.0.113.", "2001:db8::", "fe80::");

    private final Random random;

    RandomTexts(Random random) {
        this.random = random;
    }

    /** Between one and four words with something between; one in three holds a hostile piece. */
    String text() {
        String text = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> word() + pick(GLUE))
                .collect(Collectors.joining());
        return random.nextInt(3) == 0 ? text + pick(HOSTILE) + word() : text;
    }

    /** One word, or one hostile piece. */
    String piece() {
        return random.nextInt(4) == 0 ? pick(HOSTILE) : word();
    }

    String address() {
        String network = pick(NETWORKS);
        return network.contains(":")
                ? network + Integer.toHexString(random.nextInt(1, 5))
                : network + random.nextInt(4);
    }

    String subnet() {
        String address = address();
        List<Integer> prefixes = address.contains(":") ? List.of(32, 64, 127, 128) : List.of(8, 16, 24, 31, 32);
        return address + "/" + pick(prefixes);
    }

    long number() {
        return pick(List.of(0L, 1L, 2L, 3L, 10L, 443L, 445L, 4624L, 65535L, 4294967296L));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String word() {
        return pick(WORDS);
    }
}
