package dev.harrier.report.validation;

import dev.harrier.report.ValidationReport;
import java.util.Locale;
import java.util.function.Function;

/** How a validation's report can be written. */
public enum ReportFormat {
    /** For people, at most one comment of a pull request long. */
    MARKDOWN(ValidationMarkdown::of),
    /** For people, one page without a request. */
    HTML(ValidationHtml::of),
    /** Whole, by {@code validation-report.schema.json}; {@link SavedReport} reads it back. */
    JSON(ValidationJson::of),
    /** A line per hunt and target. */
    NDJSON(ValidationNdjson::of),
    /** A case per hunt and target: drift fails, no answer is an error, what could not be searched is skipped. */
    JUNIT(ValidationJunit::of),
    /** Findings for code scanning. */
    SARIF(ValidationSarif::of),
    /** A layer for ATT&amp;CK Navigator. */
    NAVIGATOR(ValidationLayer::of),
    /** Sightings of indicator hunts that were hit. */
    STIX(SightingBundle::of),
    /** A row per hunt and target. */
    CSV(ValidationCsv::of),
    /** For the node exporter's textfile collector. */
    PROMETHEUS(PrometheusText::of);

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
