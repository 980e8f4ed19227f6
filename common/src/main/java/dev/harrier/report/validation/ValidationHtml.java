package dev.harrier.report.validation;

import static dev.harrier.report.Html.anchor;
import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.link;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.report.Gravity;
import dev.harrier.report.Html;
import dev.harrier.report.HtmlPage;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report as one self-contained page: no request, no script, charts as inline SVG, readable in both colour schemes, on a phone and on
 * paper. Every number leads to the hunts behind it, each with its queries and the article's words.
 */
final class ValidationHtml {
    private static final int ROWS = 500;
    private static final int HUNTS = 12;

    private final ValidationReport report;
    private final ReportView view;
    private final HuntSections hunts;
    private final Map<String, Map<Verdict, Integer>> tallies;

    private ValidationHtml(ValidationReport report) {
        this.report = report;
        this.view = new ReportView(report);
        this.hunts = new HuntSections(view);
        this.tallies = view.tallies();
    }

    static String of(ValidationReport report) {
        return new ValidationHtml(report).page().markup() + "\n";
    }

    private Html page() {
        List<Techniques.Hunted> techniques = new Techniques().of(view);
        FindingSections findings = new FindingSections(view, hunts);
        return HtmlPage.of(
                "Validation " + report.window().from(),
                header(),
                news(),
                targets(),
                severities(),
                findings.drift(),
                findings.disagreements(),
                findings.problems(),
                matrix(techniques),
                hunts.table(),
                hunts.details(),
                byTechnique(techniques),
                hunts.lists(),
                findings.proposals(),
                findings.coverage());
    }

    private Html header() {
        return tag(
                "header",
                tag("p.brand", text("Harrier")),
                tag("h1", text("Validation")),
                tag(
                        "p.facts",
                        text("searched "),
                        tag("time", text(report.window().from().toString())),
                        text(" to "),
                        tag("time", text(report.window().to().toString()))),
                tag(
                        "p.facts",
                        text(CountWords.plural(report.packs().size(), "pack") + " · "
                                + CountWords.plural(report.hunts().size(), "hunt") + " · made "),
                        tag("time", text(report.at().toString())),
                        text(report.took()
                                .map(took -> " in " + took.toSeconds() + " s")
                                .orElse(""))));
    }

    private Html news() {
        Html lines =
                join(News.of(view).stream().map(line -> tag("li", text(line))).toList());
        return tag("section", tag("h2", text("What changed")), tag("ul", lines));
    }

    /** Side by side. */
    private Html targets() {
        return tag(
                "section",
                tag("h2", text("Verdicts by target")),
                tag(
                        "div.severities",
                        join(report.targets().stream().map(this::target).toList())));
    }

    private Html target(Target target) {
        Map<Verdict, Integer> tally = tallies.get(target.name());
        List<Html> tiles = new ArrayList<>();
        Gravity.order().stream()
                .filter(tally::containsKey)
                .forEach(verdict -> tiles.add(tile(verdict.word(), number(target, verdict, tally.get(verdict)))));
        long drift = target.changes().stream()
                .filter(change -> Deviation.Kind.of(change) != Deviation.Kind.ADJUSTED)
                .count();
        if (drift > 0) {
            tiles.add(tile("drift", link("drift", text(drift))));
        }
        return tag(
                "article.severity",
                tag("h3", text(target.name())),
                VerdictChart.of(target.name(), tally),
                tag("div.tiles", join(tiles)),
                OtherNumbers.read(target)
                        .map(words -> tag("p.note", text(words)))
                        .orElse(Html.NOTHING));
    }

    /** Leads to the hunts that it counts, as far as the page tells them. */
    private Html number(Target target, Verdict verdict, int count) {
        return hunts.isListed(target, verdict) ? link(hunts.place(target, verdict), text(count)) : text(count);
    }

    private static Html tile(String word, Html number) {
        return tag("div.tile." + word, tag("b", number), tag("span", text(word)));
    }

    /** One article and target. */
    private record Move(Pack pack, SeverityConfirmation confirmation) {}

    private Html severities() {
        List<Move> moved = new ArrayList<>();
        List<Move> stayed = new ArrayList<>();
        report.packs().forEach(pack -> pack.confirmations()
                .forEach(each -> (each.prior() == each.posterior() ? stayed : moved).add(new Move(pack, each))));
        moved.addAll(stayed);
        return HtmlParts.section(
                "Severity, on paper and here",
                List.of("article", "target", "on paper → here", "why"),
                moved,
                ROWS,
                ValidationHtml::severity);
    }

    private static Html severity(Move move) {
        SeverityConfirmation each = move.confirmation();
        String prior = each.prior().word();
        String here = each.posterior().word();
        return HtmlParts.row(
                join(
                        text(move.pack().title()),
                        move.pack()
                                .url()
                                .map(url -> tag("small", text(" " + url)))
                                .orElse(Html.NOTHING)),
                text(each.target()),
                join(tag("span.level." + prior, text(prior)), text(" → "), tag("b.level." + here, text(here))),
                tag(
                        "ul.plain",
                        join(each.reasons().stream()
                                .map(why -> tag("li", text(why)))
                                .toList())));
    }

    private static Html matrix(List<Techniques.Hunted> techniques) {
        return techniques.isEmpty()
                ? Html.NOTHING
                : tag(
                        "section",
                        tag("h2", text("ATT&CK, by the gravest verdict")),
                        new AttackMatrix(techniques).chart());
    }

    private Html byTechnique(List<Techniques.Hunted> techniques) {
        return techniques.isEmpty()
                ? Html.NOTHING
                : tag(
                        "section",
                        tag("h2", text("Hunts by technique")),
                        join(techniques.stream().map(this::technique).toList()));
    }

    private Html technique(Techniques.Hunted each) {
        Html names = join(each.hunts().stream()
                .limit(HUNTS)
                .map(hunt -> tag("li", hunts.name(hunt)))
                .toList());
        Optional<Html> badge = each.worst().map(HtmlParts::badge);
        return tag(
                "details",
                tag(
                        "summary",
                        text(each.technique().id() + " " + each.technique().name() + " "),
                        badge.orElse(Html.NOTHING)),
                anchor("ul", AttackMatrix.place(each.technique()), names),
                HtmlParts.leftOut(each.hunts().size() - HUNTS));
    }
}
