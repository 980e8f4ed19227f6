package dev.harrier.report.validation;

import dev.harrier.hunt.HuntId;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.report.ValidationReport.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a target's own scheduler and queue say of a hunt beside its count, in words for people. They are never added to the count. */
final class OtherNumbers {
    private OtherNumbers() {}

    /** {@code the scheduler ran it 24 times with 3 results, skipped 2 (quota 2)}. */
    static Optional<String> runs(Target target, HuntId hunt) {
        return Optional.ofNullable(target.runs().get(hunt)).map(OtherNumbers::runs);
    }

    private static String runs(ScheduledRuns runs) {
        return "the scheduler ran it " + CountWords.plural(runs.runs(), "time") + " with "
                + CountWords.plural(runs.results(), "result")
                + (runs.skips() == 0 ? "" : ", skipped " + runs.skips() + numbers(runs.skipped()));
    }

    /** {@code alerts raised: 3 (undetermined 3)}, where alerts are put into incidents {@code alerts raised: 7, incidents: 2 (…)}. */
    static Optional<String> alerts(Target target, HuntId hunt) {
        return Optional.ofNullable(target.alerts().get(hunt)).map(OtherNumbers::alerts);
    }

    private static String alerts(RaisedAlerts alerts) {
        String worked = alerts.total() + numbers(alerts.byDisposition());
        return "alerts raised: "
                + (alerts.alerts().isEmpty() ? worked : alerts.alerts().getAsLong() + ", incidents: " + worked);
    }

    /** How many alerts there were: where the two are one, as many as analysts work on. */
    static long raised(RaisedAlerts alerts) {
        return alerts.alerts().orElseGet(alerts::total);
    }

    /** {@code 1.50 GB read for it}. */
    static Optional<String> read(Target target, HuntId hunt) {
        return Optional.ofNullable(target.scanned().byHunt().get(hunt))
                .map(bytes -> ScannedBytes.words(bytes) + " read for it");
    }

    /** {@code 1.50 GB read by this run}. */
    static Optional<String> read(Target target) {
        OptionalLong bytes = target.scanned().bytes();
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(ScannedBytes.words(bytes.getAsLong()) + " read by this run");
    }

    /** All that is told of a hunt. */
    static List<String> all(Target target, HuntId hunt) {
        return Stream.of(runs(target, hunt), alerts(target, hunt), read(target, hunt))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String numbers(SortedMap<String, Long> numbers) {
        return numbers.isEmpty()
                ? ""
                : numbers.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
