package dev.harrier.report.validation;

import dev.harrier.report.ValidationReport;
import java.util.Locale;
import java.util.function.Function;

/** How a validation's report can be written. */
public enum ReportFormat {
    MARKDOWN(ValidationMarkdown::of);

    private final Function<ValidationReport, String> writer;

    ReportFormat(Function<ValidationReport, String> writer) {
        this.writer = writer;
    }

    /** Its word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes a report. */
    public String of(ValidationReport report) {
        return writer.apply(report);
    }
}
