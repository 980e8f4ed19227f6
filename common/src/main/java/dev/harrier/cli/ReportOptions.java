package dev.harrier.cli;

import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.ReportFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** In which formats a validation's report is written, and where. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Write the report; may be repeated. Formats: ${COMPLETION-CANDIDATES}.")
    private Map<ReportFormat, Path> files = new TreeMap<>();

    void write(ValidationReport report, Console console) {
        files.forEach((format, file) -> {
            ValidateCommand.write(file, format.of(report));
            console.progress("wrote " + file);
        });
    }
}
