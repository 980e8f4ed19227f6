package dev.harrier.report.validation;

import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;

import dev.harrier.report.Html;
import dev.harrier.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What the page's sections are made of. */
final class HtmlParts {
    private HtmlParts() {}

    static Html badge(Verdict verdict) {
        return tag("span.badge." + verdict.word(), text(verdict.word()));
    }

    /** A row of cells. */
    static Html row(Html... cells) {
        return tag("tr", join(Arrays.stream(cells).map(cell -> tag("td", cell)).toList()));
    }

    static Html headings(List<String> words) {
        return tag("tr", join(words.stream().map(word -> tag("th", text(word))).toList()));
    }

    /** A table that scrolls by itself on a narrow page, by keyboard too. */
    static Html table(String name, List<String> headings, List<Html> rows) {
        return Html.with(
                Svg.attributes("tabindex", 0, "role", "region", "aria-label", name),
                headings.size() > 2 ? "div.scroll.wide" : "div.scroll",
                tag("table", headings(headings), join(rows)));
    }

    /** A titled section with a table, of which the first rows are shown and the rest are counted; nothing without rows. */
    static <T> Html section(String title, List<String> headings, List<T> items, int most, Function<T, Html> row) {
        if (items.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows = items.stream().limit(most).map(row).toList();
        return tag(
                "section", tag("h2", text(title)), table(title, headings, rows), leftOut(items.size() - rows.size()));
    }

    static Html leftOut(long count) {
        return count <= 0
                ? Html.NOTHING
                : tag(
                        "p.note",
                        text("… and "),
                        text(count),
                        text(" more that this page leaves out; the JSON report holds all"));
    }
}
