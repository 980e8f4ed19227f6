package dev.harrier.cli;

import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.ReportFormat;
import dev.harrier.report.validation.ValidationAnnotations;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The job of GitHub Actions that this process may run in: its summary gets the report, its log annotations of the findings. */
final class GithubJob {
    private final Map<String, String> environment;

    GithubJob(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Does nothing elsewhere. */
    void tell(ValidationReport report, Console console) {
        String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!summary.isBlank()) {
            ReportOptions.write(
                    Path.of(summary),
                    ReportFormat.MARKDOWN.of(report) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            ValidationAnnotations.of(report).forEach(console::command);
        }
    }
}
