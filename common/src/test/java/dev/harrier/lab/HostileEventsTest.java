package dev.harrier.lab;

import static dev.harrier.lab.Records.json;
import static dev.harrier.lab.Records.lines;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever writes the events wants the lab to break: each line is an event or a bad line, and the others stay what they are. */
class HostileEventsTest {
    private static final String GOOD = Records.sysmonProcess("2026-11-01 10:00:00", "host-a", "LAB\\alice", "cmd");
    private static final String HEAD =
            "{'EventID':1,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00',";

    private final Lab lab = Lab.inMemory();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int megabyte = 0; megabyte < 400; megabyte++) {
                gzip.write(blanks);
            }
        }

        LabException failure = catchThrowableOfType(
                LabException.class, () -> lab.load("bomb.gz", new ByteArrayInputStream(packed.toByteArray())));

        assertThat(failure.kind()).isEqualTo(LabException.Kind.CUT_SHORT);
        assertThat(failure.getMessage()).contains("bomb.gz").contains("more than 200 times its size");
    }

    @Test
    void aMillionColumnsAreOneBadLine() {
        String wide = IntStream.range(0, 1_000_000)
                .mapToObj(i -> "\"c" + i + "\":1")
                .collect(Collectors.joining(",", "{", "}"));

        assertBadAndGood(lab.load("wide", lines(wide, GOOD)), "more than 10000 fields");
    }

    @Test
    void deepNestingIsBad() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertBadAndGood(lab.load("deep", lines(deep, GOOD)), "broken JSON");
    }

    @Test
    void madeUpSourcesAreCountedButNotAllTold() {
        String records = IntStream.range(0, 5_000)
                .mapToObj(i -> json("{'EventID':'" + i + "-" + "9".repeat(i % 1_000) + "','Channel':'security'}"))
                .collect(Collectors.joining("\n"));

        LoadReport report = lab.load("made up", lines(records, GOOD));

        assertThat(report.events()).isEqualTo(1);
        assertThat(report.otherEvents()).isEqualTo(5_000);
        assertThat(report.other().size()).isEqualTo(1_001);
        assertThat(report.other().get("…")).isEqualTo(4_000);
        assertThat(report.other().keySet().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow())
                .isEqualTo(201);
    }

    /** Such a text ended the whole load once. */
    @Test
    void aTextThatIsNoTimeIsBad() {
        for (String text : List.of("2026-11-01T10:00", "2026-11-01 10:00:00+", "1790000000.x", "/Date(", "////")) {
            assertBadAndGood(
                    lab.load("times", lines(GOOD.replace("2026-11-01 10:00:00", text), GOOD)),
                    "no readable event time");
        }
    }

    @Test
    void whatIsNotUtf8IsBad() {
        byte[] latin = json(HEAD + "'CommandLine':'caf\u00e9'}\n").getBytes(ISO_8859_1);
        byte[] wide = "{\"EventID\":1}\n".getBytes(UTF_16LE);
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}', '\n'};

        for (byte[] line : new byte[][] {latin, overlong}) {
            assertBadAndGood(lab.load("bytes", joined(line, GOOD.getBytes(UTF_8))), "broken text: not UTF-8");
        }
        assertThat(lab.load("wide", joined(wide, GOOD.getBytes(UTF_8))).badLines())
                .isPositive();
    }

    private static InputStream joined(byte[] one, byte[] two) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return new ByteArrayInputStream(both);
    }

    @Test
    void everyEscapeMeansWhatItMeansInJson() {
        lab.load(
                "escapes",
                lines(
                        HEAD.replace('\'', '"')
                                + "\"CommandLine\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u4f60\\ud83d\\ude00\\ud83d\\u0000é\"}"));

        assertThat(Rows.of(lab, "SELECT \"CommandLine\" FROM store.process_creation"))
                .containsExactly("\"\\/\b\f\n\r\té\u4f60\ud83d\ude00\ufffd\0é");
    }

    @Test
    void doubledKeysAreKept() {
        lab.load("twice", lines(json(HEAD + "'CommandLine':'first','CommandLine':'second','CommandLine':'first'}")));

        assertThat(Rows.of(lab, "SELECT \"CommandLine\", _remainder FROM store.process_creation"))
                .containsExactly("first|"
                        + json("{'EventID':1,'SourceName':'Microsoft-Windows-Sysmon'," + "'CommandLine':'second'}"));
    }

    @Test
    void hostileNamesAndValuesStayInTheRemainder() {
        lab.load("names", lines(json(HEAD + "'a\\u0022:{':'\\u0000','x':[1, {'y' : null}] , 'n':-1.50e3 }")));

        assertThat(Rows.of(lab, "SELECT _remainder, json_valid(_remainder) FROM store.process_creation"))
                .containsExactly("{\"EventID\":1,\"SourceName\":\"Microsoft-Windows-Sysmon\",\"a\\\":{\":\"\\u0000\","
                        + "\"x\":[1, {\"y\" : null}],\"n\":-1.50e3}|true");
    }

    @Test
    void nulsInCellsAreText() {
        lab.load(
                "nul.csv",
                lines(
                        "EventID,SourceName,UtcTime,CommandLine,Other",
                        "1,Microsoft-Windows-Sysmon,2026-11-01 10:00:00,a\0b,\"\1\"\"\""));

        assertThat(Rows.of(lab, "SELECT \"CommandLine\", _remainder::JSON->>'Other' FROM store.process_creation"))
                .containsExactly("a\0b|\1\"");
    }

    private static void assertBadAndGood(LoadReport report, String reason) {
        assertThat(report.bad()).singleElement().asString().contains(":1: " + reason);
        assertThat(report.events()).isEqualTo(1);
    }
}
