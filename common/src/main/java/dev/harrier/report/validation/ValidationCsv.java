package dev.harrier.report.validation;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.Hits;
import dev.harrier.report.Csv;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.verdict.HuntVerdict;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The verdicts as a table for a spreadsheet, a row per hunt and target. Numbers are empty where nothing was searched, never zero. */
final class ValidationCsv {
    private final ReportView view;

    private ValidationCsv(ReportView view) {
        this.view = view;
    }

    static String of(ValidationReport report) {
        ValidationCsv table = new ValidationCsv(new ReportView(report));
        String head = Csv.row(
                "target",
                "pack",
                "hunt",
                "title",
                "kind",
                "severity",
                "techniques",
                "verdict",
                "count",
                "events",
                "hosts",
                "users",
                "days",
                "first",
                "last",
                "reason",
                "blocked");
        return head + report.verdicts().stream().map(table::row).collect(Collectors.joining());
    }

    private String row(HuntVerdict verdict) {
        Hunt hunt = verdict.hunt();
        Optional<Hits> hits = CountWords.hits(verdict.count());
        return Csv.row(
                verdict.target(),
                view.pack(hunt.id()).map(Pack::name).orElse(""),
                hunt.id().toString(),
                hunt.title(),
                hunt.kind().word(),
                hunt.severity().word(),
                String.join(" ", hunt.techniques()),
                verdict.verdict().word(),
                CountWords.kind(verdict.count()),
                number(hits, Hits::events),
                number(hits, Hits::hosts),
                number(hits, Hits::users),
                number(hits, Hits::days),
                hits.flatMap(Hits::first).map(Instant::toString).orElse(""),
                hits.flatMap(Hits::last).map(Instant::toString).orElse(""),
                verdict.reason(),
                hits.map(Hits::blocked)
                        .filter(OptionalLong::isPresent)
                        .map(blocked -> Long.toString(blocked.getAsLong()))
                        .orElse(""));
    }

    private static String number(Optional<Hits> hits, Function<Hits, Long> which) {
        return hits.map(which).map(Object::toString).orElse("");
    }
}
