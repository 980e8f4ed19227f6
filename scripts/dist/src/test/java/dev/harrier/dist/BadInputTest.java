package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a clear error that names the place, the right exit code, and loses nothing else. */
class BadInputTest {
    private static final String THREAT = """
            # Heron Tide drops a loader

            The actor Heron Tide sent mails with an attachment. The loader connects to update-relay-metrics[.]com and
            runs `vssadmin.exe delete shadows /all /quiet` before it encrypts files. We saw the ransomware at two victims.

            ## Indicators of compromise

            - update-relay-metrics[.]com
            - 185.243.11[.]9
            """;
    private static final String EVENT = """
            {"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"H1","UtcTime":"2026-11-02 10:00:00.000",\
            "QueryName":"update-relay-metrics.com","Image":"C:\\\\a.exe","User":"LAB\\\\a"}
            """;

    @TempDir
    private Path folder;

    @Test
    void emptyAndBinaryFilesAreContentErrorsThatNameTheFile() throws Exception {
        Files.write(folder.resolve("empty.md"), new byte[0]);
        byte[] binary = new byte[5_000];
        new Random(20261122).nextBytes(binary);
        Files.write(folder.resolve("binary.bin"), binary);

        for (String name : List.of("empty.md", "binary.bin")) {
            Harrier.Run run = new Harrier(folder).run("generate", name);
            assertThat(run.exit()).as(name).isEqualTo(2);
            assertThat(run.err()).contains(name).doesNotContain("\tat ");
            assertThat(run.out()).isEmpty();
        }
        assertThat(folder.resolve("packs")).doesNotExist();
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedWithTheLimit() throws Exception {
        byte[] line = "nothing to see here, move along\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        while (large.size() < 50_000_000) {
            large.write(line);
        }
        Files.write(folder.resolve("large.txt"), large.toByteArray());

        Harrier.Run run = new Harrier(folder).run("generate", "large.txt");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("large.txt").contains("20 MB");
    }

    @Test
    void aMissingFileIsAUsageError() throws Exception {
        Harrier.Run run = new Harrier(folder).run("generate", "no-such-file.md");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("no-such-file.md").contains("does not exist");
    }

    @Test
    void anUnknownOptionAndAnUnknownTargetAreUsageErrors() throws Exception {
        Files.writeString(folder.resolve("a.md"), THREAT);
        assertThat(new Harrier(folder).run("generate", "--fold", "a.md").exit()).isEqualTo(3);
        Harrier.Run run = new Harrier(folder).run("run", "a.md", "--to", "qradar");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("qradar").contains("splunk").contains("sentinel");
    }

    @Test
    void oneBadArticleOfTwoLosesNothingOfTheOther() throws Exception {
        Files.writeString(folder.resolve("good.md"), THREAT);
        Files.write(folder.resolve("bad.md"), new byte[0]);

        Harrier.Run run = new Harrier(folder).run("generate", "bad.md", "good.md");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("bad.md");
        assertThat(run.out()).contains("heron-tide-drops-a-loader");
        assertThat(folder.resolve("packs/heron-tide-drops-a-loader/briefing.md"))
                .exists();
        try (Stream<Path> packs = Files.list(folder.resolve("packs"))) {
            assertThat(packs).hasSize(1);
        }
    }

    @Test
    void malformedJsonOnLineTenThousandAndOneNamesTheLineAndLoadsTheRest() throws Exception {
        Files.writeString(folder.resolve("a.md"), THREAT);
        Files.writeString(folder.resolve("events.jsonl"), EVENT.repeat(10_000) + "{\"EventID\": 22, oops\n" + EVENT);

        Harrier.Run run = new Harrier(folder).run("run", "a.md", "--events", "events.jsonl");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("events.jsonl:10001").contains("10001 dns query");
        assertThat(run.out()).contains("10001");
    }

    @Test
    void aTruncatedGzipNamesTheFileAndTheLineItReached() throws Exception {
        Files.writeString(folder.resolve("a.md"), THREAT);
        Files.write(folder.resolve("events.jsonl.gz"), truncated(gzip(numbered(20_000))));

        Harrier.Run run = new Harrier(folder).run("run", "a.md", "--events", "events.jsonl.gz");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("events.jsonl.gz").doesNotContain("\tat ");
        assertThat(run.out()).contains("Heron Tide");
    }

    /** Lines that differ, so that the compressed file is long enough to be cut in the middle. */
    private static String numbered(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(EVENT.replace("\"H1\"", "\"H" + Integer.toHexString(i * 0x9E3779B1) + "\""));
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] truncated(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
