package dev.harrier.report.validation;

import static dev.harrier.report.Html.anchor;
import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.Hits;
import dev.harrier.report.Html;
import dev.harrier.report.RunReport;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.HuntVerdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One hunt: what was found on each target day by day, the words of the article behind it, and the queries. */
final class HuntDetail {
    private static final int GROUNDS = 40;

    private final ReportView view;
    private final LocalDate from;
    private final LocalDate to;

    HuntDetail(ReportView view) {
        this.view = view;
        this.from = view.report().window().from().atZone(ZoneOffset.UTC).toLocalDate();
        this.to = view.report().window().to().atZone(ZoneOffset.UTC).toLocalDate();
    }

    Html of(Hunt hunt) {
        List<Html> parts = new ArrayList<>();
        parts.add(tag("p", text(hunt.description())));
        parts.add(tag("p.facts", text(facts(hunt))));
        parts.add(tag("p.facts", text("because " + hunt.selectedBecause())));
        view.report().targets().forEach(target -> parts.add(target(hunt, target)));
        parts.add(grounds(hunt));
        view.report().targets().forEach(target -> view.query(hunt.id(), target)
                .ifPresent(query -> parts.add(query(target, query))));
        parts.add(tag("p.facts", tag("code", text(hunt.id().toString()))));
        Html badges = join(view.verdicts(hunt.id()).stream()
                .map(HuntVerdict::verdict)
                .distinct()
                .map(HtmlParts::badge)
                .toList());
        return tag(
                "details",
                tag("summary", text(hunt.title()), text(" "), badges),
                anchor("div.body", "hunt-" + hunt.id(), join(parts)));
    }

    private String facts(Hunt hunt) {
        return hunt.kind().word() + " · events: " + hunt.logic().kind().words() + " · severity "
                + hunt.severity().word()
                + " · confidence " + hunt.confidence().word()
                + view.pack(hunt.id()).map(pack -> " · pack " + pack.name()).orElse("")
                + (hunt.techniques().isEmpty() ? "" : " · " + String.join(", ", hunt.techniques()));
    }

    private Html target(Hunt hunt, Target target) {
        Optional<HuntVerdict> verdict = view.verdict(hunt.id(), target.name());
        if (verdict.isEmpty()) {
            return tag("p.note", text(target.name() + ": this hunt does not go there"));
        }
        DayChart chart = new DayChart(view.days(hunt.id(), target.name()), from, to);
        return tag(
                "div.outcome",
                tag(
                        "p",
                        tag("b", text(target.name())),
                        text(": "),
                        HtmlParts.badge(verdict.get().verdict()),
                        text(" " + CountWords.events(verdict.get().count()) + " hits · "
                                + verdict.get().reason())),
                chart.chart(),
                tag("p.note", text(chart.words() + more(hunt, target, verdict.get()))));
    }

    private static String more(Hunt hunt, Target target, HuntVerdict verdict) {
        String seen = CountWords.hits(verdict.count())
                .filter(hits -> hits.events() > 0)
                .map(HuntDetail::seen)
                .orElse("");
        String state = Optional.ofNullable(target.states().get(hunt.id()))
                .map(each -> " · " + each.name().toLowerCase(Locale.ROOT))
                .orElse("");
        String others = OtherNumbers.all(target, hunt.id()).stream()
                .map(each -> " · " + each)
                .collect(Collectors.joining());
        return seen + state + others;
    }

    private static String seen(Hits hits) {
        String when = hits.first()
                .map(first -> " · first " + first + ", last " + hits.last().orElse(first))
                .orElse("");
        return " · " + CountWords.plural(hits.hosts(), "host") + ", " + CountWords.plural(hits.users(), "user") + ", "
                + CountWords.plural(hits.days(), "day") + when;
    }

    private static Html grounds(Hunt hunt) {
        if (hunt.grounds().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows =
                hunt.grounds().stream().limit(GROUNDS).map(HuntDetail::ground).toList();
        return join(
                HtmlParts.table("quotes", List.of("field", "value", "from the article's words"), rows),
                HtmlParts.leftOut(hunt.grounds().size() - rows.size()));
    }

    private static Html ground(Ground ground) {
        return HtmlParts.row(
                tag("code", text(ground.field())),
                tag("code", text(ground.value())),
                tag("q", text(ground.quote().text())));
    }

    private static Html query(Target target, RunReport.Query query) {
        Html why = query.unsupported()
                .map(reason -> tag("p.none", text(target.name() + ": not possible: " + reason)))
                .orElse(Html.NOTHING);
        Html code = query.text()
                .map(each -> join(
                        tag("h4", text("query on " + target.name())),
                        Html.with(Svg.attributes("tabindex", 0), "pre", text(each))))
                .orElse(Html.NOTHING);
        return join(why, code);
    }
}
