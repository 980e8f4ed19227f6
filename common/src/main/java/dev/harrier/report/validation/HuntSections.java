package dev.harrier.report.validation;

import static dev.harrier.report.Html.anchor;
import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.labelled;
import static dev.harrier.report.Html.link;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.report.Gravity;
import dev.harrier.report.Html;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hunts of the page: the gravest so many in full, the rest as a number that is said out loud. */
final class HuntSections {
    /** Hunts that one page tells in full: some megabytes, which a phone still opens. */
    static final int MOST = 300;

    private final ReportView view;
    private final List<Hunt> shown;
    private final List<Hunt> folded;
    private final Set<HuntId> shownIds = new HashSet<>();
    private final Map<String, Map<Verdict, List<Hunt>>> lists = new HashMap<>();
    private final Map<String, Map<Verdict, Integer>> tallies;

    HuntSections(ReportView view) {
        this.view = view;
        List<Hunt> all = view.gravestFirst();
        this.shown = all.subList(0, Math.min(MOST, all.size()));
        this.folded = all.subList(shown.size(), all.size());
        shown.forEach(this::index);
        this.tallies = view.tallies();
    }

    private void index(Hunt hunt) {
        shownIds.add(hunt.id());
        view.verdicts(hunt.id())
                .forEach(verdict -> lists.computeIfAbsent(verdict.target(), target -> new EnumMap<>(Verdict.class))
                        .computeIfAbsent(verdict.verdict(), key -> new ArrayList<>())
                        .add(hunt));
    }

    private List<Hunt> listed(ValidationReport.Target target, Verdict verdict) {
        return lists.getOrDefault(target.name(), Map.of()).getOrDefault(verdict, List.of());
    }

    /** Whether the page tells at least one hunt with a verdict on a target. */
    boolean isListed(ValidationReport.Target target, Verdict verdict) {
        return !listed(target, verdict).isEmpty();
    }

    /** A hunt's name, leading to what is told of it here. */
    Html name(Hunt hunt) {
        return shownIds.contains(hunt.id()) ? link("hunt-" + hunt.id(), text(hunt.title())) : text(hunt.title());
    }

    Html table() {
        List<String> headings = new ArrayList<>(List.of("hunt"));
        view.report().targets().forEach(target -> headings.add(target.name()));
        headings.add("verdict");
        Html rows = join(shown.stream().map(this::row).toList());
        return tag(
                "section",
                tag("h2", text("Hunts, the gravest first")),
                tag("div.scroll", tag("table.verdicts.counts", HtmlParts.headings(headings), rows)),
                folded());
    }

    private Html row(Hunt hunt) {
        Html counts = join(view.report().targets().stream()
                .map(target -> labelled("td.number", target.name(), count(hunt, target)))
                .toList());
        Html badges = join(view.verdicts(hunt.id()).stream()
                .map(HuntVerdict::verdict)
                .distinct()
                .map(HtmlParts::badge)
                .toList());
        return tag(
                "tr",
                tag("td", name(hunt), text(" "), tag("small", text(hunt.kind().word()))),
                counts,
                tag("td", badges));
    }

    /** A number leads to the query that made it. */
    private Html count(Hunt hunt, ValidationReport.Target target) {
        return view.verdict(hunt.id(), target.name())
                .map(verdict -> link("hunt-" + hunt.id(), text(CountWords.events(verdict.count()))))
                .orElse(text("not there"));
    }

    private Html folded() {
        if (folded.isEmpty()) {
            return Html.NOTHING;
        }
        Map<String, Long> counts = folded.stream()
                .collect(Collectors.groupingBy(
                        hunt -> view.worst(hunt.id()).map(Verdict::word).orElse("not measured"),
                        Collectors.counting()));
        String words = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return tag(
                "p.note.folded",
                text("This page tells the "),
                text(shown.size()),
                text(" gravest hunts. Left out here, and whole in the JSON and CSV reports: " + words + "."));
    }

    Html details() {
        HuntDetail detail = new HuntDetail(view);
        return tag(
                "section",
                tag("h2", text("Hunts, with their queries and quotes")),
                join(shown.stream().map(detail::of).toList()));
    }

    /** Which hunts a number of the overview is made of. */
    Html lists() {
        List<Html> written = new ArrayList<>();
        view.report().targets().forEach(target -> Gravity.order().forEach(verdict -> {
            List<Hunt> of = listed(target, verdict);
            if (!of.isEmpty()) {
                written.add(list(target, verdict, of));
            }
        }));
        return tag("section", tag("h2", text("Which hunts")), join(written));
    }

    private Html list(ValidationReport.Target target, Verdict verdict, List<Hunt> hunts) {
        int all = tallies.get(target.name()).getOrDefault(verdict, 0);
        return tag(
                "details",
                tag("summary", text(target.name() + ": "), text(all), text(" "), HtmlParts.badge(verdict)),
                anchor(
                        "ul",
                        place(target, verdict),
                        join(hunts.stream().map(hunt -> tag("li", name(hunt))).toList())),
                HtmlParts.leftOut(all - hunts.size()));
    }

    /** Where the hunts of a number are listed; the target's place stands for its name, which is the configuration's. */
    String place(ValidationReport.Target target, Verdict verdict) {
        return "target-" + view.report().targets().indexOf(target) + "-" + verdict.word();
    }
}
