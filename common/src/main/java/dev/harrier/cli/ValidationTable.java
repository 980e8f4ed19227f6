package dev.harrier.cli;

import dev.harrier.measure.ScannedBytes;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A validation on a terminal: what stands out, then what became of each article's severity. */
final class ValidationTable {
    private ValidationTable() {}

    static String of(ValidationReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(
                "searched " + report.window().from() + " to " + report.window().to());
        parts.add(verdicts(report));
        parts.add(severities(report));
        report.disagreements().forEach(each -> parts.add(disagreement(each)));
        parts.add(summary(report));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /** Every hunt but the quiet ones, of which the summary says how many there are. */
    private static String verdicts(ValidationReport report) {
        TextTable table = new TextTable("TARGET", "HUNT", "VERDICT", "HITS", "DAYS", "WHY");
        for (HuntVerdict verdict : report.verdicts()) {
            if (verdict.verdict() != Verdict.QUIET) {
                table.row(
                        verdict.target(),
                        verdict.hunt().title(),
                        verdict.verdict().word(),
                        VerdictTable.hits(verdict.count()),
                        days(report, verdict),
                        verdict.reason());
            }
        }
        return table.rows() == 0 ? "" : table.text() + legend(report);
    }

    /** What a question mark among the days is, where there is one. */
    private static String legend(ValidationReport report) {
        boolean unsearched = report.verdicts().stream()
                .filter(verdict -> verdict.verdict() != Verdict.QUIET)
                .anyMatch(verdict -> days(report, verdict).contains("?"));
        return unsearched ? "\n\nDAYS: hits a day; · is none, ? a day that was not wholly searched" : "";
    }

    private static String days(ValidationReport report, HuntVerdict verdict) {
        return Sparkline.of(
                report.days().getOrDefault(verdict.hunt().id(), Map.of()).getOrDefault(verdict.target(), List.of()));
    }

    private static String severities(ValidationReport report) {
        TextTable table = new TextTable("ARTICLE", "TARGET", "ON PAPER", "HERE", "WHY");
        for (ValidationReport.Pack pack : report.packs()) {
            for (SeverityConfirmation each : pack.confirmations()) {
                table.row(
                        pack.title(),
                        each.target(),
                        each.prior().word(),
                        each.posterior().word().toUpperCase(Locale.ROOT),
                        each.reasons().get(each.reasons().size() - 1));
            }
        }
        return table.rows() == 0 ? "" : table.text();
    }

    private static String disagreement(Disagreement each) {
        return each.hit() + " saw " + each.hunt().title() + ", " + each.miss() + " did not: " + each.explanation();
    }

    /** What it cost, where the target tells. */
    private static String read(ValidationReport.Target target) {
        OptionalLong bytes = target.scanned().bytes();
        return bytes.isEmpty() ? "" : "; " + ScannedBytes.words(bytes.getAsLong()) + " read";
    }

    private static String summary(ValidationReport report) {
        List<String> lines = new ArrayList<>();
        for (ValidationReport.Target target : report.targets()) {
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            report.verdicts().stream()
                    .filter(verdict -> verdict.target().equals(target.name()))
                    .forEach(verdict -> counts.merge(verdict.verdict(), 1, Integer::sum));
            String words = counts.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey().word())
                    .collect(Collectors.joining(", "));
            lines.add(target.name() + ": " + (words.isEmpty() ? "no hunts" : words) + drift(target) + read(target));
        }
        return String.join("\n", lines);
    }

    /** Nothing is said of a target that no hunt goes to, and of one that could not be listed only that. */
    private static String drift(ValidationReport.Target target) {
        if (!target.changes().isEmpty() || !target.unwanted().isEmpty()) {
            return "; " + target.changes().size() + " objects not as wanted, "
                    + target.unwanted().size() + " unwanted";
        }
        boolean deployable = target.queries().values().stream()
                .anyMatch(
                        query -> query.text().isPresent() && query.unsupported().isEmpty());
        boolean unlisted = target.states().isEmpty() && deployable;
        return unlisted ? "; could not be listed" : deployable ? "; as deployed" : "";
    }
}
