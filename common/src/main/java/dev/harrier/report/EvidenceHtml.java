package dev.harrier.report;

import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.assess.Assessment;
import dev.harrier.assess.KillChainStep;
import dev.harrier.assess.PhaseStep;
import dev.harrier.assess.Reason;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.HuntPack;
import java.util.List;
import java.util.Locale;

/** What the article says: severity's arithmetic, kill chain, techniques, indicators, each with its words. */
final class EvidenceHtml {
    private EvidenceHtml() {}

    static Html of(HuntPack pack) {
        return join(
                severity(pack.assessment()),
                killChain(pack.assessment()),
                techniques(pack),
                indicators(pack),
                leftOut(pack));
    }

    private static Html severity(Assessment assessment) {
        Html rows = join(assessment.severity().reasons().stream()
                .map(EvidenceHtml::reason)
                .toList());
        String sum = assessment.severity().score() + " of 100: "
                + assessment.severity().level().word()
                + " on paper, the prior that measurement confirms, raises or lowers";
        return section(
                "Severity on paper",
                join(tag("p", text(sum)), table(rows, "points", "why", "words"), changes(assessment)));
    }

    private static Html changes(Assessment assessment) {
        List<Html> items = assessment.severity().changes().stream()
                .map(change -> tag(
                        "li",
                        text(String.format(
                                Locale.ROOT,
                                "%s: %+d, %s",
                                change.what(),
                                change.points(),
                                change.level().word()))))
                .toList();
        return items.isEmpty() ? Html.NOTHING : join(tag("p", text("What would change it:")), tag("ul", join(items)));
    }

    private static Html reason(Reason reason) {
        return tag(
                "tr",
                tag("td.number", text(String.format(Locale.ROOT, "%+d", reason.points()))),
                tag("td", text(reason.why())),
                tag("td", reason.quote().map(EvidenceHtml::words).orElse(Html.NOTHING)));
    }

    private static Html killChain(Assessment assessment) {
        List<Html> steps =
                assessment.killChain().stream().map(EvidenceHtml::step).toList();
        List<Html> phases =
                assessment.phases().stream().map(EvidenceHtml::phase).toList();
        return steps.isEmpty() && phases.isEmpty()
                ? Html.NOTHING
                : section(
                        "Kill chain",
                        join(
                                tag("h3", text("Lockheed Martin's phases")),
                                tag("ol.chain", join(phases)),
                                tag("h3", text("ATT&CK's tactics")),
                                tag("ol.chain", join(steps))));
    }

    private static Html phase(PhaseStep step) {
        return tag(
                "li",
                tag("b", text(step.phase().title())),
                text(step.inferred() ? " (inferred: " + step.rule() + ") " : " "),
                words(step.quote()));
    }

    private static Html step(KillChainStep step) {
        return tag(
                "li",
                tag("b", text(step.tactic().title())),
                text((step.inferred() ? " (inferred: " + step.rule() + ") " : " ")
                        + String.join(", ", step.techniques()) + " "),
                words(step.quote()));
    }

    private static Html techniques(HuntPack pack) {
        List<Html> rows = pack.assessment().techniques().stream()
                .map(EvidenceHtml::technique)
                .toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : section("Techniques", table(join(rows), "id", "name", "score", "why", "words"));
    }

    private static Html technique(TechniqueFinding finding) {
        return tag(
                "tr",
                tag("td", text(finding.technique().id())),
                tag("td", text(finding.technique().name())),
                tag("td.number", text(String.format(Locale.ROOT, "%.2f", finding.score()))),
                tag("td", text(finding.why())),
                tag("td", words(finding.quotes().get(0))));
    }

    private static Html indicators(HuntPack pack) {
        List<Html> rows = pack.evidence().indicators().stream()
                .map(EvidenceHtml::indicator)
                .toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : section("Indicators", table(join(rows), "type", "value", "hunted", "why"));
    }

    private static Html indicator(Indicator indicator) {
        return tag(
                "tr",
                tag("td", text(indicator.type().word())),
                tag("td", tag("code", text(indicator.value()))),
                tag("td", text(indicator.huntable() ? "yes" : "no")),
                tag("td", text(indicator.why())));
    }

    private static Html leftOut(HuntPack pack) {
        List<Html> items = pack.leftOut().stream()
                .map(left -> tag("li", tag("b", text(left.what())), text(": " + left.reason())))
                .toList();
        boolean shown = items.isEmpty() || pack.hunts().isEmpty();
        return shown ? Html.NOTHING : section("Left out, and why", tag("ul", join(items)));
    }

    private static Html words(Quote quote) {
        String text = quote.text().strip();
        return tag("q", text(text.length() <= 240 ? text : text.substring(0, 240) + "…"));
    }

    private static Html table(Html rows, String... headings) {
        return tag("div.scroll", tag("table", HuntHtml.headings(headings), rows));
    }

    private static Html section(String title, Html body) {
        return tag("section", tag("h2", text(title)), body);
    }
}
