package dev.harrier.report.validation;

import dev.harrier.report.ValidationReport;

/** The report as Markdown, for a pull request's comment or a job's summary. */
final class ValidationMarkdown {
    private ValidationMarkdown() {}

    static String of(ValidationReport report) {
        return "# Validation of " + report.window().from() + " to "
                + report.window().to() + "\n";
    }
}
