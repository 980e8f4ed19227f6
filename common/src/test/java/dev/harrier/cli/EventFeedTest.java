package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.lab.HourlyEvents;
import dev.harrier.lab.Lab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFeedTest {
    private static final String EVENT =
            "{\"EventID\":1,\"SourceName\":\"Microsoft-Windows-Sysmon\",\"UtcTime\":\"2026-11-01"
                    + " 10:00:00\",\"Hostname\":\"h\",\"Image\":\"C:\\\\a.exe\"}";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private ExitCode load(Lab lab, Path... places) {
        PrintStream stream = new PrintStream(said, true, UTF_8);
        return EventFeed.load(lab, List.of(places), new Console(stream, stream, false, false));
    }

    @Test
    void aFolderIsLoadedFileByFile() throws IOException {
        Files.write(folder.resolve("a.jsonl"), List.of(EVENT, EVENT));
        Files.writeString(
                folder.resolve("b.csv"), "_time,Processes.dest,Processes.process\n2026-11-01T10:00:00Z,h,x\n");
        try (Lab lab = Lab.inMemory()) {
            assertThat(load(lab, folder)).isEqualTo(ExitCode.OK);
            assertThat(lab.hourly())
                    .singleElement()
                    .extracting(HourlyEvents::events)
                    .isEqualTo(3L);
        }
        assertThat(said.toString(UTF_8)).contains("loaded 2 events", "loaded 1 event from");
    }

    @Test
    void aBrokenFileIsNamedAndDoesNotKeepTheOthersOut() throws IOException {
        Files.writeString(folder.resolve("a.json"), "[" + EVENT);
        Files.write(folder.resolve("b.jsonl"), List.of(EVENT, "{"));
        try (Lab lab = Lab.inMemory()) {
            assertThat(load(lab, folder, folder.resolve("nowhere"))).isEqualTo(ExitCode.USAGE);
            assertThat(lab.hourly())
                    .singleElement()
                    .extracting(HourlyEvents::events)
                    .isEqualTo(1L);
        }
        assertThat(said.toString(UTF_8)).contains("a.json breaks off", "b.jsonl:2: broken JSON", "nowhere isn't there");
    }
}
