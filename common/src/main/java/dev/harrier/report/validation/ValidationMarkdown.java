package dev.harrier.report.validation;

import dev.harrier.report.Gravity;
import dev.harrier.report.Markdown;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.Allowance;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The report as Markdown, for a pull request's comment or a job's summary: what asks for a person first, at most one comment long. */
final class ValidationMarkdown {
    /** By which a workflow finds the comment that it has to renew. */
    private static final String MARK = "<!-- harrier-validation -->";

    private static final Set<Verdict> SEEN =
            EnumSet.of(Verdict.RAISED, Verdict.CONFIRMED, Verdict.NOISY, Verdict.BLOCKED);
    private static final Set<Verdict> UNSEEN = EnumSet.of(Verdict.ERROR, Verdict.BLIND, Verdict.INCOMPLETE);
    private static final int LONGEST = 240;

    private final ValidationReport report;
    private final ReportView view;

    private ValidationMarkdown(ValidationReport report) {
        this.report = report;
        this.view = new ReportView(report);
    }

    static String of(ValidationReport report) {
        return new ValidationMarkdown(report).page();
    }

    private String page() {
        return new BoundedMarkdown()
                .text(MARK)
                .text("## Harrier validation: " + headline())
                .text("")
                .text("Searched " + report.window().from() + " to "
                        + report.window().to() + ": "
                        + CountWords.plural(report.packs().size(), "pack") + ", "
                        + CountWords.plural(report.hunts().size(), "hunt") + ", "
                        + CountWords.plural(report.targets().size(), "target") + ".")
                .section(
                        "What changed",
                        "",
                        News.of(view).stream().map(line -> "- " + line).toList())
                .section("Verdicts", header(verdictColumns()), tallies())
                .section("Seen", header("target", "hunt", "verdict", "hits", "hosts", "why"), seen())
                .section("Runs, alerts and bytes read", "", others())
                .section("Severity", header("article", "target", "on paper", "here", "why"), severities())
                .section("Drift", header("target", "object", "what"), drift())
                .section("Not seen", header("target", "verdict", "hunts", "why"), unseen())
                .section("Disagreements", "", disagreements())
                .section("Proposals", header("target", "hunt", "step", "why"), proposals())
                .section(
                        "For harrier.yml, where these may do this",
                        "",
                        Allowance.yaml(report.proposals())
                                .lines()
                                .map(line -> "    " + line)
                                .toList())
                .section(
                        "Problems",
                        "",
                        report.problems().stream().map(each -> "- " + cut(each)).toList())
                .page();
    }

    private String headline() {
        Map<Verdict, Long> counts =
                report.verdicts().stream().collect(Collectors.groupingBy(HuntVerdict::verdict, Collectors.counting()));
        String words = Gravity.order().stream()
                .filter(counts::containsKey)
                .map(verdict -> counts.get(verdict) + " " + verdict.word())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no hunt was measured" : words;
    }

    private static String header(String... columns) {
        return row(columns) + "\n" + "|---".repeat(columns.length) + "|\n";
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cut(String hostile) {
        return Markdown.text(hostile.length() <= LONGEST ? hostile : hostile.substring(0, LONGEST) + "…");
    }

    private static String[] verdictColumns() {
        List<String> columns = new ArrayList<>(List.of("target"));
        Gravity.order().forEach(verdict -> columns.add(verdict.word()));
        columns.add("drift");
        return columns.toArray(new String[0]);
    }

    private List<String> tallies() {
        Map<String, Map<Verdict, Integer>> tallies = view.tallies();
        return report.targets().stream()
                .map(target -> tally(target, tallies.get(target.name())))
                .toList();
    }

    private static String tally(Target target, Map<Verdict, Integer> tally) {
        List<String> cells = new ArrayList<>(List.of(cut(target.name())));
        Gravity.order().forEach(verdict -> cells.add(Integer.toString(tally.getOrDefault(verdict, 0))));
        cells.add(Long.toString(target.changes().stream()
                .filter(change -> Deviation.Kind.of(change) != Deviation.Kind.ADJUSTED)
                .count()));
        return row(cells.toArray(new String[0]));
    }

    private List<String> seen() {
        return view.gravestVerdicts().stream()
                .filter(verdict -> SEEN.contains(verdict.verdict()))
                .map(verdict -> row(
                        cut(verdict.target()),
                        cut(verdict.hunt().title()),
                        "**" + verdict.verdict().word() + "**",
                        CountWords.events(verdict.count()),
                        CountWords.hits(verdict.count())
                                .map(hits -> Long.toString(hits.hosts()))
                                .orElse("–"),
                        cut(verdict.reason())))
                .toList();
    }

    /** Of hunts that found something: beside the count, never in it. */
    private List<String> others() {
        List<String> lines = new ArrayList<>();
        for (Target target : report.targets()) {
            OtherNumbers.read(target).ifPresent(words -> lines.add("- " + cut(target.name()) + ": " + words));
            view.gravestVerdicts().stream()
                    .filter(verdict ->
                            SEEN.contains(verdict.verdict()) && verdict.target().equals(target.name()))
                    .filter(verdict ->
                            !OtherNumbers.all(target, verdict.hunt().id()).isEmpty())
                    .forEach(verdict -> lines.add("- " + cut(target.name()) + ": "
                            + cut(verdict.hunt().title()) + ": "
                            + cut(String.join(
                                    " · ",
                                    OtherNumbers.all(target, verdict.hunt().id())))));
        }
        return lines;
    }

    /** Those that moved first. */
    private List<String> severities() {
        List<String> moved = new ArrayList<>();
        List<String> stayed = new ArrayList<>();
        for (Pack pack : report.packs()) {
            for (SeverityConfirmation each : pack.confirmations()) {
                (each.posterior() == each.prior() ? stayed : moved).add(severity(pack, each));
            }
        }
        moved.addAll(stayed);
        return moved;
    }

    private static String severity(Pack pack, SeverityConfirmation each) {
        String here = each.posterior() == each.prior()
                ? each.posterior().word()
                : "**" + each.posterior().word() + "**";
        String why = each.reasons().isEmpty()
                ? ""
                : each.reasons().get(each.reasons().size() - 1);
        return row(cut(pack.title()), cut(each.target()), each.prior().word(), here, cut(why));
    }

    private List<String> drift() {
        List<String> rows = new ArrayList<>();
        Deviation.of(report)
                .forEach(each ->
                        rows.add(row(cut(each.target()), cut(each.change().name()), cut(each.words()))));
        report.targets().forEach(target -> target.unwanted()
                .forEach(name -> rows.add(row(cut(target.name()), cut(name), "ours, but in no pack any more"))));
        return rows;
    }

    /** One row a cause: a source that is off makes many hunts blind. */
    private List<String> unseen() {
        Map<List<String>, Integer> causes = new LinkedHashMap<>();
        view.gravestVerdicts().stream()
                .filter(verdict -> UNSEEN.contains(verdict.verdict()))
                .forEach(verdict -> causes.merge(
                        List.of(verdict.target(), verdict.verdict().word(), verdict.reason()), 1, Integer::sum));
        return causes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(cause -> row(
                        cut(cause.getKey().get(0)),
                        cause.getKey().get(1),
                        cause.getValue().toString(),
                        cut(cause.getKey().get(2))))
                .toList();
    }

    private List<String> disagreements() {
        return report.disagreements().stream()
                .map(each -> "- " + cut(each.hit()) + " saw " + cut(each.hunt().title()) + ", " + cut(each.miss())
                        + " did not: " + cut(each.explanation()))
                .toList();
    }

    private List<String> proposals() {
        return report.proposals().stream()
                .map(each -> row(
                        cut(each.target()),
                        cut(each.hunt().title()),
                        each.step().name().toLowerCase(Locale.ROOT),
                        cut(each.reason())))
                .toList();
    }
}
