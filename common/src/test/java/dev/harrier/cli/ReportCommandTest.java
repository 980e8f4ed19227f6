package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.deploy.ChangeWords;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.measure.Window;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved report in other formats, and what a job of GitHub Actions is told. */
class ReportCommandTest {
    @TempDir
    Path folder;

    private static ValidationReport report(String problem) {
        return new ValidationReport(
                Instant.parse("2026-11-22T04:00:00Z"),
                Window.of(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 22)),
                List.of(),
                List.of(),
                List.of(new ValidationReport.Target(
                        "splunk",
                        List.of(new ChangeWords("drifted", "Harrier - x\n::error::y", Optional.empty(), problem)),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        ScannedBytes.UNTOLD)),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(problem),
                Optional.empty());
    }

    private Path saved() throws IOException {
        return Files.writeString(folder.resolve("report.json"), ReportFormat.JSON.of(report("a problem")));
    }

    @Test
    void writesEachFormatThatIsAskedFor() throws IOException {
        Path page = folder.resolve("out.html");
        Path table = folder.resolve("out.csv");
        int code = HarrierCommand.run(
                "report", saved().toString(), "--report", "html=" + page, "--report", "CSV=" + table);
        assertThat(code).isZero();
        assertThat(page).content().isEqualTo(ReportFormat.HTML.of(report("a problem")));
        assertThat(table).content().startsWith("target,pack,hunt");
    }

    @Test
    void anUnknownFormatOrAnotherFileIsAMisuse() throws IOException {
        assertThat(HarrierCommand.run("report", saved().toString(), "--report", "htm=x"))
                .isEqualTo(3);
        Path other = Files.writeString(folder.resolve("other.json"), "{\"schema\":1}");
        assertThat(HarrierCommand.run("report", other.toString())).isEqualTo(3);
        assertThat(HarrierCommand.run("report", folder.resolve("none").toString()))
                .isEqualTo(3);
        assertThat(HarrierCommand.run("report")).isEqualTo(3);
    }

    @Test
    void aJobGetsASummaryAppendedAndAnnotations() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        String out = told(Map.of("GITHUB_STEP_SUMMARY", summary.toString(), "GITHUB_ACTIONS", "true"));
        assertThat(summary)
                .content()
                .startsWith("before\n<!-- harrier-validation -->")
                .contains("### Drift");
        assertThat(out)
                .isEqualToNormalizingNewlines(
                        "::warning title=drift on splunk::Harrier - x%0A::error::y: drifted: half \uD83E? 100%25\n"
                                .replace("\uD83E", "?"));
    }

    @Test
    void elsewhereNothingIsTold() {
        assertThat(told(Map.of())).isEmpty();
    }

    private static String told(Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new GithubJob(environment).tell(report("half \uD83E? 100%"), new Console(stream, stream, false, false));
        return out.toString(StandardCharsets.UTF_8);
    }
}
