package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    private static final List<String> PIECES = List.of(
            "2026-11-01",
            "2026-02-30",
            "2026-1-1",
            "+026-11-01",
            "11/1/2026,",
            " ",
            "T",
            "t",
            "10:00:00",
            "25:61:99",
            "10:00",
            ".",
            ",",
            ".5",
            ".1234567",
            "Z",
            "z",
            "+02:00",
            "-0330",
            "+02",
            "-",
            "1790000000",
            "/Date(1",
            ")/",
            "AM",
            "\u0663",
            "x",
            "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-01 10:00:00|2026-11-01T10:00:00Z",
                "2026-11-01T10:00:00.1234567Z|2026-11-01T10:00:00.123456Z",
                "2026-11-01 10:00:00,123|2026-11-01T10:00:00.123Z",
                "2026-11-01T10:00:00+02:00|2026-11-01T08:00:00Z",
                "2026-11-01 10:00:00.5 -0330|2026-11-01T13:30:00.5Z",
                "2026-11-01 10:00:00-07|2026-11-01T17:00:00Z",
                "2026-11-01T05:30:00.5-04:30|2026-11-01T10:00:00.5Z",
                "1790000000.25|2026-09-21T14:13:20.25Z",
                "1793527200500|2026-11-01T10:00:00.5Z",
                "/Date(1790000000123)/|2026-09-21T14:13:20.123Z",
                "11/1/2026, 10:00:00.000 PM|2026-11-01T22:00:00Z",
                "11/1/2026, 12:00:00 AM|2026-11-01T00:00:00Z",
                "11/1/2026, 22:00:00.5|2026-11-01T22:00:00.5Z"
            })
    void readsWhatLogsWrite(String text, Instant expected) {
        assertThat(Instant.EPOCH.plusNanos(EventTimes.micros(text).orElseThrow() * 1000))
                .isEqualTo(expected);
    }

    /** Each was read once, some hours wrong, or ended the whole load. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "",
                "2026-11-01T10:00",
                "2026-11-01 10:00:00 UTC+2",
                "2026-11-01 10:00:00.12.34",
                "2026-11-01 10:00:00 x2:00",
                "2026-11-01T10:00:00+2",
                "2026-11-01T10:00:00+02:0",
                "2026-11-01T10:00:00-",
                "2026-11-01T10:00:00+-2",
                "2026-11-01T10:00:00+02:-5",
                "2026-11-01T10:00:00+99:99",
                "2026-11-01T10:00:00Z+02:00",
                "2026-11-01 -1:-1:-1",
                "2026-11-01 25:61:99",
                "11/1/2026, 10:00:00 XM",
                "11/1/2026, 10:00:00x5 PM",
                "1152921504606846976",
                "-9223372036854775",
                "1790000000.x",
                "2026-13-01 10:00:00"
            })
    void guessesNone(String text) {
        assertThat(EventTimes.micros(text)).isEmpty();
        assertThat(ofBytes(text)).isEmpty();
    }

    @Test
    void bytesAreReadAsTextsAre() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int times = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = random.nextBoolean() ? pieces(random) : disturbed(random);
            OptionalLong expected = EventTimes.micros(text);
            assertThat(ofBytes(text)).as("seed %d: %s", seed, text).isEqualTo(expected);
            times += expected.isPresent() ? 1 : 0;
        }
        assertThat(times).as("texts that are times").isGreaterThan(10_000);
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "2026-11-01T10:00:00");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String disturbed(Random random) {
        StringBuilder text = new StringBuilder("2026-11-01 10:00:00.1234567Z");
        text.setLength(19 + random.nextInt(10));
        if (random.nextBoolean()) {
            text.setCharAt(random.nextInt(text.length()), "0123456789.,:-+TZ /x".charAt(random.nextInt(20)));
        }
        return text.toString();
    }

    private static OptionalLong ofBytes(String text) {
        ByteText bytes = new ByteText(0);
        bytes.add(text.getBytes(UTF_8));
        return EventTimes.micros(bytes);
    }
}
