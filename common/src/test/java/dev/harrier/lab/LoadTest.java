package dev.harrier.lab;

import static dev.harrier.lab.Records.json;
import static dev.harrier.lab.Records.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.hunt.EventKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final String GOOD =
            Records.sysmonProcess("2026-11-01 10:00:00.123", "host-a", "LAB\\alice", "cmd /c dir");

    private final Lab lab = Lab.inMemory();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void brokenJsonOnLine10001IsNamedAndTheRestIsLoaded() {
        String text = IntStream.rangeClosed(1, 12_000)
                .mapToObj(i -> i == 10_001 ? "{\"EventID\":1," : GOOD)
                .collect(Collectors.joining("\n"));

        LoadReport report = lab.load("big.jsonl", lines(text));

        assertThat(report.lines()).isEqualTo(12_000);
        assertThat(report.loaded()).containsEntry(EventKind.PROCESS_CREATION, 11_999L);
        assertThat(report.badLines()).isEqualTo(1);
        assertThat(report.bad()).singleElement().asString().startsWith("big.jsonl:10001: broken JSON");
    }

    @Test
    void anEmptyInputIsNoEvents() {
        assertThat(lab.load("empty", lines()).lines()).isZero();
        assertThat(lab.load("blank", lines("", "   ", "\t\r", "")).lines()).isZero();
        assertThat(lab.span()).isEmpty();
    }

    @Test
    void binaryIsBadLinesAndNoEvents() {
        byte[] noise = new byte[3_000_000];
        new Random(7).nextBytes(noise);

        LoadReport report = lab.load("noise.bin", new ByteArrayInputStream(noise));

        assertThat(report.events() + report.otherEvents()).isZero();
        assertThat(report.lines()).isPositive().isEqualTo(report.badLines());
        assertThat(report.bad()).hasSize(LoadReport.BAD_LINES_LISTED);
    }

    @Test
    void aLineWithoutEndIsOneBadLine() {
        InputStream endless = new ByteArrayInputStream(new byte[Chunks.LONGEST_RECORD + 5_000_000]);

        LoadReport report = lab.load("zeros", endless);

        assertThat(report.bad()).singleElement().asString().contains("zeros:1: longer than");
    }

    @Test
    void whatFollowsALineThatIsTooLongIsLoaded() {
        String text = "{\"a\":\"" + "x".repeat(Chunks.LONGEST_RECORD) + "\"}\n" + GOOD;

        LoadReport report = lab.load("long", lines(text));

        assertThat(report.events()).isEqualTo(1);
        assertThat(report.bad()).singleElement().asString().startsWith("long:1:");
    }

    @Test
    void aTruncatedGzipFailsWithItsPlaceAndLeavesNothing() throws IOException {
        Path file = truncated();

        LabException failure = catchThrowableOfType(LabException.class, () -> lab.load(file));

        assertThat(failure.kind()).isEqualTo(LabException.Kind.CUT_SHORT);
        assertThat(failure.getMessage()).contains(file.toString()).containsPattern("after line [1-9][0-9]*");
        assertThat(lab.span()).isEmpty();
    }

    @Test
    void aTruncatedGzipCanBeKeptAndSaysSo() throws IOException {
        LoadReport report = lab.load(truncated(), WhenCutShort.KEEP);

        assertThat(report.cutShort()).hasValueSatisfying(why -> assertThat(why).contains("breaks off after line"));
        assertThat(report.events()).isBetween(1L, 4_999L);
        assertThat(lab.coverage().get(0).events()).isEqualTo(report.events());
    }

    private Path truncated() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Random random = new Random(3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 5_000; i++) {
                gzip.write((Records.sysmonProcess(
                                        "2026-11-01 10:00:00", "h" + random.nextInt(), "u", "c" + random.nextLong())
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = folder.resolve("cut.jsonl.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() * 2 / 3));
        return file;
    }

    @Test
    void whatIsNotThereOrNoFileIsUnreadable() throws IOException {
        Path broken = Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

        for (Path file : new Path[] {folder.resolve("nowhere.jsonl"), folder, broken}) {
            LabException failure = catchThrowableOfType(LabException.class, () -> lab.load(file));
            assertThat(failure.kind()).isEqualTo(LabException.Kind.UNREADABLE);
            assertThat(failure.getMessage()).contains(file.toString());
        }
    }

    @Test
    void anArrayIsReadElementByElement() {
        LoadReport report = lab.load("array.json", lines(" [" + GOOD + ",", "17,", GOOD + "]"));

        assertThat(report.events()).isEqualTo(2);
        assertThat(report.bad()).singleElement().asString().startsWith("array.json:2:");
    }

    @Test
    void anArrayWithoutEndIsCutShort() {
        LabException failure =
                catchThrowableOfType(LabException.class, () -> lab.load("array.json", lines("[" + GOOD + ",", GOOD)));

        assertThat(failure.kind()).isEqualTo(LabException.Kind.CUT_SHORT);
        assertThat(lab.span()).isEmpty();
    }

    @Test
    void aRecordWithoutTimeOrIdIsBad() {
        LoadReport report = lab.load(
                "odd",
                lines(
                        json("{'EventID':1,'SourceName':'Microsoft-Windows-Sysmon'}"),
                        json("{'a':'b'}"),
                        json("{'EventID':1,'Channel':'Security','@timestamp':'2026-11-01T00:00:00Z'}")));

        assertThat(report.bad()).extracting(BadLine::line).containsExactly(1L, 2L);
        assertThat(report.other()).containsEntry("security/1", 1L);
    }

    @Test
    void securityProcessCreationsYieldToSysmonsOfTheSameHost() {
        LoadReport report = lab.load("both", lines(security("host-a"), security("host-b"), GOOD, security("HOST-A")));

        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(report.events()).isEqualTo(2);
        assertThat(Rows.of(
                        lab,
                        "SELECT \"Computer\", \"User\", \"Image\", \"ProcessId\", \"ParentProcessId\", \"ParentImage\" FROM"
                                + " store.process_creation WHERE _source = 'security/4688'"))
                .containsExactly("host-b|LAB\\bob|C:\\x.exe|2200|16|C:\\p.exe");
    }

    private static String security(String host) {
        return json("{'EventID':4688,'Channel':'security','@timestamp':'2026-11-01T10:00:00Z','Hostname':'" + host
                + "','SubjectDomainName':'LAB','SubjectUserName':'bob','NewProcessName':'C:/x.exe','NewProcessId':'0x898',"
                + "'ProcessId':'0x10','ParentProcessName':'C:/p.exe'}");
    }

    @Test
    void aLoadAddsToWhatIsThere() {
        lab.load("one", lines(GOOD));
        lab.load("two", lines(GOOD));

        assertThat(lab.coverage().get(0).events()).isEqualTo(2);
        assertThat(lab.span()).hasValueSatisfying(span -> {
            assertThat(span.from()).hasToString("2026-11-01T10:00:00.123Z");
            assertThat(span.to()).hasToString("2026-11-01T10:00:01.123Z");
        });
    }
}
