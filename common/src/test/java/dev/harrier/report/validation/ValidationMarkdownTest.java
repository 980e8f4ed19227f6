package dev.harrier.report.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationMarkdownTest {
    @Test
    void fitsIntoOneCommentAndCountsWhatItLeavesOut() {
        String page = ReportFormat.MARKDOWN.of(SampleReports.of(3_000, 3));
        assertThat(page.length()).isLessThanOrEqualTo(BoundedMarkdown.MOST);
        assertThat(page).containsPattern("… and \\d+ more, left out here");
        assertThat(page).contains("### Verdicts", "### Seen", "### Severity", "### Drift", "### Problems");
    }

    @Test
    void everySectionFitsHoweverLongEachIs() {
        List<String> rows = Collections.nCopies(10_000, "| x | y | z |");
        BoundedMarkdown page = new BoundedMarkdown();
        for (int i = 0; i < 20; i++) {
            page.section("Section " + i, "", rows);
        }
        assertThat(page.page().length()).isLessThanOrEqualTo(BoundedMarkdown.MOST);
    }

    @Test
    void hostileWordsAreOnlyWords() {
        for (int i = 0; i < SampleReports.HOSTILE.size(); i++) {
            String page = ReportFormat.MARKDOWN.of(SampleReports.of(12, i));
            String plain = page.replaceAll("\\\\.", "").replaceFirst("^<!--[a-z -]+-->", "");
            assertThat(plain).doesNotContain("<", "](", "://", "@");
            assertThat(plain.lines().filter(line -> line.startsWith("#")))
                    .allMatch(line -> line.matches("#{2,3} [A-Z].*"));
            assertThat(plain.lines()).noneMatch(line -> line.startsWith("::"));
        }
    }

    @Test
    void tablesKeepTheirColumns() {
        String page = ReportFormat.MARKDOWN.of(SampleReports.of(12, 4));
        String[] lines = page.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith("|") && lines[i - 1].startsWith("|")) {
                assertThat(columns(lines[i])).as(lines[i]).isEqualTo(columns(lines[i - 1]));
            }
        }
    }

    private static long columns(String line) {
        return Arrays.stream(line.replaceAll("\\\\.", "").split("", -1))
                .filter("|"::equals)
                .count();
    }

    @Test
    void theSummaryStandsFirst() {
        String page = ReportFormat.MARKDOWN.of(SampleReports.byHand());
        assertThat(page).startsWith("<!-- harrier-validation -->\n## Harrier validation: 2 raised, 2 confirmed");
        assertThat(page.indexOf("What changed")).isLessThan(page.indexOf("### Seen"));
        assertThat(page.indexOf("### Seen")).isLessThan(page.indexOf("### Severity"));
    }
}
