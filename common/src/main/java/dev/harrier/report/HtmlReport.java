package dev.harrier.report;

import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.article.Article;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Coverage;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run as one self-contained HTML page: no external request, no script, readable in both colour schemes and on a phone. */
public final class HtmlReport {
    private final RunReport report;

    private HtmlReport(RunReport report) {
        this.report = report;
    }

    /** The whole page. */
    public static String of(RunReport report) {
        return new HtmlReport(report).page().markup() + "\n";
    }

    private Html page() {
        return HtmlPage.of(
                report.pack().article().title(),
                header(),
                severities(),
                tiles(),
                HuntHtml.table(report),
                HuntHtml.details(report),
                coverage(),
                EvidenceHtml.of(report.pack()));
    }

    private Html header() {
        Article article = report.pack().article();
        List<String> facts = new ArrayList<>();
        article.source().ifPresent(facts::add);
        article.published().ifPresent(date -> facts.add(date.toString()));
        article.url().ifPresent(url -> facts.add(url.toString()));
        facts.add(report.pack().assessment().relevance().kind().words());
        return tag(
                "header",
                tag("p.brand", text("Harrier")),
                tag("h1", text(article.title())),
                tag("p.facts", text(String.join(" · ", facts))),
                tag(
                        "p.facts",
                        text("searched "),
                        tag("time", text(report.window().from().toString())),
                        text(" to "),
                        tag("time", text(report.window().to().toString()))));
    }

    private Html severities() {
        return tag(
                "section.severities",
                join(report.confirmations().stream().map(HtmlReport::severity).toList()));
    }

    private static Html severity(SeverityConfirmation confirmation) {
        String prior = confirmation.prior().word();
        String posterior = confirmation.posterior().word();
        return tag(
                "article.severity." + posterior,
                tag("h2", text(confirmation.target())),
                tag(
                        "p.move",
                        tag("span.level." + prior, text(prior)),
                        tag("span.arrow", text(" → ")),
                        tag("span.level." + posterior, text(posterior))),
                tag("p.note", text("on paper → here")),
                tag(
                        "ul",
                        join(confirmation.reasons().stream()
                                .map(reason -> tag("li", text(reason)))
                                .toList())));
    }

    /** Each hunt once, so that the tiles add up, whatever else another target says of it. */
    private Html tiles() {
        List<Html> tiles = new ArrayList<>();
        tiles.add(tile("hunts", report.pack().hunts().size()));
        Map<Verdict, Long> counts = report.pack().hunts().stream()
                .map(hunt -> gravest(hunt.id()))
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));
        Gravity.order().stream()
                .filter(counts::containsKey)
                .forEach(verdict -> tiles.add(tile(verdict.word(), counts.get(verdict))));
        return tag("section.tiles", join(tiles));
    }

    private Optional<Verdict> gravest(HuntId hunt) {
        return report.verdicts().stream()
                .filter(each -> each.hunt().id().equals(hunt))
                .map(HuntVerdict::verdict)
                .min(Comparator.comparingInt(Gravity::rank));
    }

    private static Html tile(String word, long count) {
        return tag("div.tile." + word, tag("b", text(count)), tag("span", text(word)));
    }

    private Html coverage() {
        if (report.coverage().isEmpty()) {
            return Html.NOTHING;
        }
        Html rows = join(report.coverage().stream().map(HtmlReport::coverageRow).toList());
        Html head = HuntHtml.headings("events", "number", "hosts", "last");
        return tag("section", tag("h2", text("Telemetry searched")), tag("div.scroll", tag("table", head, rows)));
    }

    private static Html coverageRow(Coverage coverage) {
        String last = coverage.last().map(Object::toString).orElse("none: blind");
        return tag(
                "tr" + (coverage.events() == 0 ? ".none" : ""),
                tag("td", text(coverage.kind().words())),
                tag("td.number", text(coverage.events())),
                tag("td.number", text(coverage.hosts())),
                tag("td", text(last)));
    }
}
