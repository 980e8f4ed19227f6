package dev.harrier.report;

import static dev.harrier.report.Html.anchor;
import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.labelled;
import static dev.harrier.report.Html.link;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.verdict.HuntVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hunts of a run: a table of verdicts, then each hunt with its quotes, its queries and what came back. */
final class HuntHtml {
    private HuntHtml() {}

    static Html table(RunReport report) {
        if (report.pack().hunts().isEmpty()) {
            return nothingToHunt(report);
        }
        List<String> headings = new ArrayList<>(List.of("hunt", "events"));
        report.targets().forEach(target -> headings.add("hits " + target));
        headings.addAll(List.of("hosts", "verdict"));
        Html rows = join(
                report.pack().hunts().stream().map(hunt -> row(report, hunt)).toList());
        return tag(
                "section",
                tag("h2", text("Verdicts")),
                tag("div.scroll", tag("table.verdicts", headings(headings.toArray(new String[0])), rows)));
    }

    static Html headings(String... words) {
        return tag(
                "tr",
                join(Arrays.stream(words).map(word -> tag("th", text(word))).toList()));
    }

    static Html details(RunReport report) {
        if (report.pack().hunts().isEmpty()) {
            return Html.NOTHING;
        }
        Html hunts = join(
                report.pack().hunts().stream().map(hunt -> detail(report, hunt)).toList());
        return tag("section", tag("h2", text("Hunts, with their quotes and queries")), hunts);
    }

    private static Html nothingToHunt(RunReport report) {
        Html left = join(report.pack().leftOut().stream()
                .map(l -> tag("li", text(l.what() + ": " + l.reason())))
                .toList());
        Html checks = join(report.pack().toCheck().stream()
                .map(check -> tag("li", text(check)))
                .toList());
        Html toCheck = report.pack().toCheck().isEmpty()
                ? Html.NOTHING
                : join(tag("h3", text("What a person should check")), tag("ul", checks));
        return tag("section", tag("h2", text("Nothing to hunt")), tag("ul", left), toCheck);
    }

    private static Html row(RunReport report, Hunt hunt) {
        List<HuntVerdict> verdicts = verdicts(report, hunt);
        Html hits = join(verdicts.stream()
                .map(v -> labelled("td.number", v.target(), hits(v.count())))
                .toList());
        String hosts = verdicts.stream().map(v -> hosts(v.count())).distinct().collect(Collectors.joining(" / "));
        Html badges = join(verdicts.stream()
                .map(v -> v.verdict().word())
                .distinct()
                .map(HuntHtml::badge)
                .toList());
        return tag(
                "tr",
                tag(
                        "td",
                        link("hunt-" + hunt.id(), text(shortTitle(report, hunt))),
                        text(" "),
                        tag("small", text(hunt.kind().word()))),
                tag("td", text(hunt.logic().kind().words())),
                hits,
                labelled("td.number", "hosts", text(hosts)),
                tag("td", badges));
    }

    /** The title without the article's, which stands at the head of the page. */
    private static String shortTitle(RunReport report, Hunt hunt) {
        int colon = hunt.title().indexOf(": ");
        boolean ofArticle = colon > 0
                && report.pack().article().title().startsWith(hunt.title().substring(colon + 2));
        return ofArticle ? hunt.title().substring(0, colon) : hunt.title();
    }

    private static Html badge(String verdict) {
        return tag("span.badge." + verdict, text(verdict));
    }

    private static Html detail(RunReport report, Hunt hunt) {
        List<Html> parts = new ArrayList<>();
        parts.add(tag("p", text(hunt.description())));
        NativeWords.of(hunt).ifPresent(words -> parts.add(tag("p.facts", text(words))));
        parts.add(tag(
                "p.facts",
                text("severity " + hunt.severity().word() + " · confidence "
                        + hunt.confidence().word() + " · " + String.join(", ", hunt.techniques()))));
        parts.add(tag("p.facts", text("because " + hunt.selectedBecause())));
        verdicts(report, hunt).forEach(v -> parts.add(outcome(v)));
        if (!hunt.grounds().isEmpty()) {
            parts.add(grounds(hunt));
        }
        Map<String, RunReport.Query> queries = report.queries().getOrDefault(hunt.id(), Map.of());
        queries.forEach((target, query) -> parts.add(query(target, query)));
        parts.add(tag("p.facts", tag("code", text(hunt.id().toString()))));
        Html badges = join(verdicts(report, hunt).stream()
                .map(v -> v.verdict().word())
                .distinct()
                .map(HuntHtml::badge)
                .toList());
        return anchor(
                "details",
                "hunt-" + hunt.id(),
                tag("summary", tag("span", text(shortTitle(report, hunt))), text(" "), badges),
                join(parts));
    }

    private static Html outcome(HuntVerdict verdict) {
        return tag(
                "p",
                tag("b", text(verdict.target())),
                text(": "),
                badge(verdict.verdict().word()),
                text(" " + verdict.reason() + seen(verdict.count())));
    }

    private static String seen(HitCount count) {
        return hitsOf(count)
                .flatMap(hits -> hits.first()
                        .map(first ->
                                " · first " + first + ", last " + hits.last().orElse(first) + ", "
                                        + counted(hits.users(), "user") + ", " + counted(hits.days(), "day")))
                .orElse("");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static Html grounds(Hunt hunt) {
        Html rows = join(hunt.grounds().stream().map(HuntHtml::ground).toList());
        return tag("div.scroll", tag("table", headings("field", "value", "from the article's words"), rows));
    }

    private static Html ground(Ground ground) {
        return tag(
                "tr",
                tag("td", tag("code", text(ground.field()))),
                tag("td", tag("code", text(ground.value()))),
                tag("td", tag("q", text(ground.quote().text()))));
    }

    private static Html query(String target, RunReport.Query query) {
        Html why = query.unsupported()
                .map(reason -> tag("p.none", text(target + ": not possible: " + reason)))
                .orElse(Html.NOTHING);
        Html code = query.text()
                .map(q -> join(tag("h4", text(target)), new Html("<pre tabindex=\"0\">" + text(q).markup() + "</pre>")))
                .orElse(Html.NOTHING);
        return join(why, code);
    }

    private static List<HuntVerdict> verdicts(RunReport report, Hunt hunt) {
        return report.targets().stream()
                .map(target -> report.verdict(hunt.id(), target))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Html hits(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            String blocked = counted.hits().blockedWords();
            return join(text(counted.hits().events()), text(blocked.isEmpty() ? "" : ", " + blocked));
        }
        if (count instanceof HitCount.AtLeast atLeast) {
            return join(text("≥ "), text(atLeast.hits().events()));
        }
        return text("–");
    }

    private static String hosts(HitCount count) {
        return hitsOf(count).map(hits -> Long.toString(hits.hosts())).orElse("–");
    }

    private static Optional<Hits> hitsOf(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            return Optional.of(counted.hits());
        }
        return count instanceof HitCount.AtLeast atLeast ? Optional.of(atLeast.hits()) : Optional.empty();
    }
}
