package dev.harrier.report.validation;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Hits;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.HuntVerdict;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Prometheus' text format 0.0.4, for the node exporter's textfile collector: no timestamps, which it refuses. A hunt that was not
 * searched has no sample of hits, so that an alert on zero can't mistake it for quiet; its verdict says why.
 */
final class PrometheusText {
    private final StringBuilder out = new StringBuilder();
    private final ValidationReport report;

    private PrometheusText(ValidationReport report) {
        this.report = report;
    }

    static String of(ValidationReport report) {
        PrometheusText text = new PrometheusText(report);
        text.run();
        text.hunts();
        text.coverage();
        text.findings();
        text.others();
        return text.out.toString();
    }

    private void run() {
        head("harrier_validation_last_run_timestamp_seconds", "When the validation was made.");
        sample("harrier_validation_last_run_timestamp_seconds", "", report.at().getEpochSecond());
        head("harrier_validation_window_start_timestamp_seconds", "Begin of the days that the verdicts are about.");
        sample(
                "harrier_validation_window_start_timestamp_seconds",
                "",
                report.window().from().getEpochSecond());
        head("harrier_validation_window_end_timestamp_seconds", "End of the days that the verdicts are about.");
        sample(
                "harrier_validation_window_end_timestamp_seconds",
                "",
                report.window().to().getEpochSecond());
        report.took().ifPresent(took -> {
            head("harrier_validation_duration_seconds", "How long the run was.");
            sample("harrier_validation_duration_seconds", "", took.toSeconds());
        });
        head("harrier_validation_problems", "What kept the run from being whole.");
        sample("harrier_validation_problems", "", report.problems().size());
    }

    private void hunts() {
        head("harrier_hunt_info", "What a hunt's id stands for.");
        report.hunts().forEach(hunt -> sample("harrier_hunt_info", info(hunt), 1));
        hits("harrier_hunt_hits", "Matching events in the window; a lower bound where exact is no.", Hits::events);
        blocked();
        hits("harrier_hunt_hosts", "Distinct hosts hit in the window.", Hits::hosts);
        head("harrier_hunt_verdict", "1 for the verdict that a hunt has.");
        report.verdicts()
                .forEach(verdict -> sample(
                        "harrier_hunt_verdict",
                        of(verdict) + "," + label("verdict", verdict.verdict().word()),
                        1));
    }

    private void hits(String name, String help, Function<Hits, Long> which) {
        head(name, help);
        for (HuntVerdict verdict : report.verdicts()) {
            String exact = CountWords.kind(verdict.count()).equals("counted") ? "yes" : "no";
            CountWords.hits(verdict.count())
                    .ifPresent(hits -> sample(name, of(verdict) + "," + label("exact", exact), which.apply(hits)));
        }
    }

    /** No sample where the telemetry doesn't say it: that is not zero. */
    private void blocked() {
        head("harrier_hunt_blocked_hits", "Of the matching events, those that say they were stopped.");
        report.verdicts().forEach(verdict -> CountWords.hits(verdict.count()).stream()
                .flatMapToLong(hits -> hits.blocked().stream())
                .forEach(blocked -> sample("harrier_hunt_blocked_hits", of(verdict), blocked)));
    }

    private void coverage() {
        head("harrier_coverage_events", "Events of a kind in the window.");
        report.targets().forEach(target -> target.coverage()
                .forEach(there -> sample(
                        "harrier_coverage_events", of(target, there.kind().category()), there.events())));
        head("harrier_coverage_hosts", "Hosts that reported events of a kind in the window.");
        report.targets().forEach(target -> target.coverage()
                .forEach(there ->
                        sample("harrier_coverage_hosts", of(target, there.kind().category()), there.hosts())));
        head("harrier_coverage_last_event_timestamp_seconds", "Time of the last event of a kind.");
        report.targets().forEach(target -> target.coverage().forEach(there -> there.last()
                .map(Instant::getEpochSecond)
                .ifPresent(last -> sample(
                        "harrier_coverage_last_event_timestamp_seconds",
                        of(target, there.kind().category()),
                        last))));
    }

    private void findings() {
        head("harrier_target_drift", "Objects that are not as the packs want them.");
        for (Target target : report.targets()) {
            long drift = target.changes().stream()
                    .filter(change -> Deviation.Kind.of(change) != Deviation.Kind.ADJUSTED)
                    .count();
            sample("harrier_target_drift", label("target", target.name()), drift);
        }
        head("harrier_validation_disagreements", "Hunts that one target saw and another didn't.");
        sample("harrier_validation_disagreements", "", report.disagreements().size());
    }

    /** Only where a target tells them. */
    private void others() {
        numbers(
                "harrier_hunt_scheduled_runs",
                "Runs of the target's own scheduler.",
                Target::runs,
                ScheduledRuns::runs);
        numbers(
                "harrier_hunt_scheduled_results",
                "Rows of all those runs, whose windows may overlap.",
                Target::runs,
                ScheduledRuns::results);
        numbers("harrier_hunt_alerts", "Alerts that a hunt raised.", Target::alerts, OtherNumbers::raised);
        numbers(
                "harrier_hunt_scanned_bytes",
                "What the hunt's queries made the target read in this run.",
                target -> target.scanned().byHunt(),
                bytes -> bytes);
        head("harrier_target_scanned_bytes", "What all queries of this run made the target read.");
        report.targets().forEach(target -> target.scanned()
                .bytes()
                .ifPresent(bytes -> sample("harrier_target_scanned_bytes", label("target", target.name()), bytes)));
    }

    private <T> void numbers(String name, String help, Function<Target, Map<HuntId, T>> of, ToLongFunction<T> number) {
        head(name, help);
        report.targets().forEach(target -> new TreeMap<>(of.apply(target))
                .forEach((hunt, each) -> sample(
                        name,
                        label("hunt", hunt.toString()) + "," + label("target", target.name()),
                        number.applyAsLong(each))));
    }

    private static String info(Hunt hunt) {
        return label("hunt", hunt.id().toString()) + "," + label("title", hunt.title()) + ","
                + label("kind", hunt.kind().word()) + ","
                + label("severity", hunt.severity().word());
    }

    private static String of(HuntVerdict verdict) {
        return label("hunt", verdict.hunt().id().toString()) + "," + label("target", verdict.target());
    }

    private static String of(Target target, String kind) {
        return label("kind", kind) + "," + label("target", target.name());
    }

    private static String label(String name, String hostile) {
        return name + "=\""
                + hostile.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void head(String name, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(String name, String labels, long value) {
        String braces = labels.isEmpty() ? "" : "{" + labels + "}";
        out.append(name).append(braces).append(' ').append(value).append('\n');
    }
}
