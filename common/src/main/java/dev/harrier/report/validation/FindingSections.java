package dev.harrier.report.validation;

import static dev.harrier.report.Html.anchor;
import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.report.Html;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Drift, disagreements, proposals, problems and telemetry. */
final class FindingSections {
    private static final int ROWS = 500;

    private final ValidationReport report;
    private final ReportView view;
    private final HuntSections hunts;

    FindingSections(ReportView view, HuntSections hunts) {
        this.view = view;
        this.report = view.report();
        this.hunts = hunts;
    }

    /** The unwanted are no drift, since only {@code prune} takes them away; but they belong here. */
    Html drift() {
        Html changes = HtmlParts.section(
                "Drift",
                List.of("target", "object", "what", "hunt"),
                Deviation.of(report),
                ROWS,
                each -> HtmlParts.row(text(each.target()), text(each.change().name()), text(each.words()), hunt(each)));
        Html unwanted = HtmlParts.section(
                "Ours, but in no pack any more", List.of("target", "object"), unwanted(), ROWS, each -> each);
        return anchor("div", "drift", changes, unwanted);
    }

    private Html hunt(Deviation deviation) {
        return deviation.change().hunt().flatMap(view::hunt).map(hunts::name).orElse(text("none of these packs"));
    }

    private List<Html> unwanted() {
        List<Html> rows = new ArrayList<>();
        report.targets().forEach(target -> target.unwanted()
                .forEach(name -> rows.add(HtmlParts.row(text(target.name()), text(name)))));
        return rows;
    }

    Html disagreements() {
        return HtmlParts.section(
                "Disagreements between targets",
                List.of("hunt", "seen by", "not by", "where to look"),
                report.disagreements(),
                ROWS,
                each -> HtmlParts.row(
                        hunts.name(each.hunt()), text(each.hit()), text(each.miss()), text(each.explanation())));
    }

    Html proposals() {
        String allow = Allowance.yaml(report.proposals());
        Html lines = allow.isEmpty()
                ? join()
                : join(tag("p", text("For harrier.yml, where these may do this:")), tag("pre", text(allow)));
        return join(proposed(), lines);
    }

    private Html proposed() {
        return HtmlParts.section(
                "Proposals; a person decides",
                List.of("target", "hunt", "step", "why"),
                report.proposals(),
                ROWS,
                each -> HtmlParts.row(
                        text(each.target()),
                        hunts.name(each.hunt()),
                        text(each.step().name().toLowerCase(Locale.ROOT)),
                        text(each.reason())));
    }

    Html problems() {
        return HtmlParts.section(
                "Problems",
                List.of("what kept the run from being whole"),
                report.problems(),
                ROWS,
                each -> HtmlParts.row(text(each)));
    }

    /** Kinds by targets, side by side. */
    Html coverage() {
        TreeSet<EventKind> kinds = new TreeSet<>();
        report.targets().forEach(target -> target.coverage().forEach(there -> kinds.add(there.kind())));
        List<String> headings = new ArrayList<>(List.of("events"));
        report.targets().forEach(target -> headings.add(target.name()));
        return HtmlParts.section("Telemetry searched", headings, List.copyOf(kinds), ROWS, this::coverage);
    }

    private Html coverage(EventKind kind) {
        List<Html> cells = new ArrayList<>(List.of(text(kind.words())));
        report.targets().forEach(target -> cells.add(coverage(kind, target)));
        return HtmlParts.row(cells.toArray(new Html[0]));
    }

    private static Html coverage(EventKind kind, Target target) {
        return target.coverage().stream()
                .filter(there -> there.kind() == kind)
                .findFirst()
                .map(FindingSections::coverage)
                .orElse(text("not asked"));
    }

    private static Html coverage(Coverage there) {
        if (there.events() == 0) {
            return tag("span.none", text("none: blind"));
        }
        String last = there.last().map(time -> ", last " + time).orElse("");
        return join(text(there.events()), text(" events, "), text(there.hosts()), text(" hosts" + last));
    }
}
