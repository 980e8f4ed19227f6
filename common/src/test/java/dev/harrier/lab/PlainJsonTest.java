package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the short way reads, Jackson reads the same; what is not JSON, it leaves to Jackson. */
class PlainJsonTest {
    private static final List<String> NAMES = List.of(
            "EventID",
            "Image",
            "Message",
            "winlog",
            "event_data",
            "Event",
            "other",
            "a",
            "",
            "Ünicode",
            "AdditionalFields",
            "CommandLine",
            "SourceProcessId",
            "TargetProcessId",
            "esc\\u0061ped",
            "tab\\t");
    private static final List<String> ATOMS = List.of(
            "1",
            "-1",
            "0",
            "-0",
            "01",
            "1.5",
            "1.",
            ".5",
            "-",
            "1e5",
            "1E+2",
            "9223372036854775808",
            "true",
            "false",
            "null",
            "nul",
            "truex",
            "\"\"",
            "\"text\"",
            "\"C:\\\\Windows\\\\x.exe\"",
            "\"\\u00e9\\n\\/\"",
            "\"\\uD83D\\uDE00\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"{\\\"b\\\":1}\"",
            "\"\\u007b}\"",
            "\"{not an object}\"",
            "\"a\tb\"",
            "\"é\"",
            "NaN",
            "'a'",
            "+1",
            "\"a longer text that takes several words of eight bytes\"",
            "1 2",
            "/* */ 1");
    private static final List<String> SPACES = List.of("", "", "", " ", "\t", "\r\n", "  ");

    private final EventSources sources = EventSources.shipped();
    /** One for many records, as when loading: what it remembers of one must not show in another. */
    private final PlainJson shortWay = new PlainJson(sources);

    @Test
    void readsTheSameAsJackson() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < 60_000; i++) {
            String record = i % 2 == 0 ? object(random, 0) : broken(object(random, 0), random);
            plain += agrees(record, seed) ? 1 : 0;
        }
        assertThat(plain).as("records that went the short way").isGreaterThan(5_000);
    }

    @Test
    void takesWhatIsUsual() {
        assertThat(agrees("{\"EventID\":1,\"Image\":\"C:\\\\a.exe\",\"x\":{\"y\":[1,{\"z\":null}],\"n\":null}}", 0))
                .isTrue();
        assertThat(agrees("{\"Event\":{\"System\":{\"EventID\":1}},\"Message\":{\"a\":1}}", 0))
                .isTrue();
    }

    @Test
    void isNotLostInDepth() {
        assertThat(agrees("{\"a\":".repeat(15) + "1" + "}".repeat(15), 0)).isTrue();
        assertThat(agrees("{\"a\":".repeat(19) + "1" + "}".repeat(19), 0)).isFalse();
        assertThat(agrees("{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}", 0))
                .isFalse();
        assertThat(agrees("{\"a\":" + "[".repeat(20_000), 0)).isFalse();
    }

    @Test
    void namesBeyondWhatItRemembersAreReadAllTheSame() {
        String members = IntStream.range(0, 9_000)
                .mapToObj(i -> "\"name" + i + "\":" + i)
                .collect(Collectors.joining(","));
        assertThat(agrees("{" + members + "}", 0)).isTrue();
    }

    /** Whether the short way took it. */
    private boolean agrees(String record, long seed) {
        byte[] bytes = record.getBytes(UTF_8);
        RawEvent event = sources.newEvent();
        if (!shortWay.read(bytes, 0, bytes.length, event)) {
            return false;
        }
        RawEvent expected = sources.newEvent();
        Optional<String> problem = new JsonRecords(sources).object(bytes, 0, bytes.length, "", expected);
        assertThat(problem).as("seed %d: %s", seed, record).isEmpty();
        assertThat(fields(event)).as("seed %d: %s", seed, record).isEqualTo(fields(expected));
        assertThat(sources.key(event)).isEqualTo(sources.key(expected));
        for (String name : NAMES) {
            int slot = sources.slotOf(name);
            if (slot != RawEvent.NO_SLOT) {
                assertThat(event.value(slot)).as("seed %d: %s", seed, record).isEqualTo(expected.value(slot));
            }
        }
        return true;
    }

    private static String fields(RawEvent event) {
        ByteText text = new ByteText(100);
        event.remainderTo(text, new QuotedNames());
        return text.toString();
    }

    private static String object(Random random, int depth) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> space(random)
                        + '"'
                        + one(NAMES, random)
                        + '"'
                        + space(random)
                        + ':'
                        + space(random)
                        + value(random, depth)
                        + space(random))
                .collect(Collectors.joining(",", space(random) + "{", "}" + space(random)));
    }

    private static String value(Random random, int depth) {
        int choice = random.nextInt(depth > 3 ? 8 : 10);
        if (choice < 8) {
            // The first atoms that are sound come more often, so that whole objects are sound often enough.
            return random.nextInt(4) > 0
                    ? one(List.of("1", "\"text\"", "true", "null", "\"C:\\\\x\""), random)
                    : one(ATOMS, random);
        }
        return choice == 8
                ? object(random, depth + 1)
                : "[" + value(random, depth + 1) + space(random) + "," + value(random, depth + 1) + "]";
    }

    private static String broken(String record, Random random) {
        int at = random.nextInt(record.length());
        String inserted = one(List.of("", ",", "\"", "}", "{", "\\", ":", "\0", "x"), random);
        return record.substring(0, at) + inserted + record.substring(Math.min(record.length(), at + random.nextInt(2)));
    }

    private static String space(Random random) {
        return one(SPACES, random);
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
