package dev.harrier.report.validation;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.Hits;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.report.Csv;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.report.ValidationReport.Target;
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
                "runs",
                "results",
                "skipped",
                "alerts",
                "incidents",
                "scannedBytes",
                "blocked");
        return head + report.verdicts().stream().map(table::row).collect(Collectors.joining());
    }

    private String row(HuntVerdict verdict) {
        Hunt hunt = verdict.hunt();
        Optional<Hits> hits = CountWords.hits(verdict.count());
        Optional<Target> target = view.target(verdict.target());
        Optional<ScheduledRuns> runs = target.map(each -> each.runs().get(hunt.id()));
        Optional<RaisedAlerts> alerts = target.map(each -> each.alerts().get(hunt.id()));
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
                number(runs, ScheduledRuns::runs),
                number(runs, ScheduledRuns::results),
                number(runs, ScheduledRuns::skips),
                alerts.map(OtherNumbers::raised).map(Object::toString).orElse(""),
                alerts.filter(each -> each.alerts().isPresent())
                        .map(each -> Long.toString(each.total()))
                        .orElse(""),
                target.map(each -> each.scanned().byHunt().get(hunt.id()))
                        .map(Object::toString)
                        .orElse(""),
                hits.map(Hits::blocked)
                        .filter(OptionalLong::isPresent)
                        .map(blocked -> Long.toString(blocked.getAsLong()))
                        .orElse(""));
    }

    private static <T> String number(Optional<T> of, Function<T, Long> which) {
        return of.map(which).map(Object::toString).orElse("");
    }
}
