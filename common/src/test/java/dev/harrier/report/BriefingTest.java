package dev.harrier.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.ArticleReader;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import dev.harrier.pack.PackMaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person finds on the page, and where. The whole page is in {@code BriefingGoldenTest}. */
class BriefingTest {
    private static final PackMaker MAKER = PackMaker.shipped(false);
    private static final String STORY = "Kettle Fox steals parcels of data\n\n"
            + "In May 2026 the ransomware group broke into three kettle makers and encrypted files on their servers.\n\n"
            + "They ran `vssadmin.exe delete shadows /all /quiet` and beaconed to kettle-fox[.]top and 203.0.113[.]77.\n\n"
            + "## Indicators of compromise\n\n- kettle-fox[.]top\n- 27da0b143a37515710b5fd156c9c4584e0be113c661f429096ce98b0182f6e21\n";

    private static HuntPack pack(String text) {
        return MAKER.make(ArticleReader.readText("kettle.md", text));
    }

    private static Map<HuntId, Map<String, Rendering>> queries(HuntPack pack, String text) {
        Map<HuntId, Map<String, Rendering>> queries = new LinkedHashMap<>();
        pack.hunts().forEach(hunt -> queries.put(hunt.id(), Map.of("spl", new Rendering.Rendered(text))));
        return queries;
    }

    private static List<String> files(HuntPack pack) {
        return pack.hunts().stream()
                .map(hunt -> "splunk/" + hunt.fileName() + ".spl")
                .toList();
    }

    private static List<String> firstScreen(String page) {
        return page.lines().takeWhile(line -> !line.startsWith("## ")).toList();
    }

    @Test
    void theFirstScreenIsOne() {
        HuntPack pack = pack(STORY);
        List<String> screen = firstScreen(Briefing.of(pack, queries(pack, "search index=*"), files(pack)));
        assertThat(screen).hasSizeLessThanOrEqualTo(25);
        assertThat(screen)
                .anyMatch(line -> line.startsWith("> “In May 2026 the ransomware group"))
                .anyMatch(line -> line.startsWith("- **Severity on paper:**"))
                .anyMatch(line -> line.startsWith("- **Run first:**"))
                .anyMatch(line -> line.startsWith("- **Telemetry needed:** "))
                .anyMatch(line -> line.startsWith("| indicator | "));
    }

    @Test
    void theHuntToRunFirstIsTheFirstOfTheSection() {
        HuntPack pack = pack(STORY);
        String page = Briefing.of(pack, queries(pack, "search index=*"), files(pack));
        Hunt first = HuntOrder.of(pack.hunts()).get(0);
        assertThat(pack.hunts())
                .allMatch(hunt -> hunt.severity().compareTo(first.severity()) <= 0)
                .noneMatch(hunt ->
                        hunt.severity() == first.severity() && hunt.confidence().compareTo(first.confidence()) > 0);
        String title = Markdown.text(first.title());
        assertThat(page).contains("- **Run first:** " + title);
        assertThat(page.lines().filter(line -> line.startsWith("### ")).findFirst())
                .contains("### " + title);
    }

    @Test
    void everyHuntLeadsToItsFile() {
        HuntPack pack = pack(STORY);
        String page = Briefing.of(pack, queries(pack, "search index=*"), files(pack));
        files(pack).forEach(file -> assertThat(page).contains("[Splunk SPL](" + file + ")"));
    }

    @Test
    void aLongQueryIsCutOnlyWhereAFileHoldsIt() {
        HuntPack pack = pack(STORY);
        String query = String.join(
                "\n",
                IntStream.range(0, 40).mapToObj(i -> "| eval line" + i + "=1").toList());
        assertThat(Briefing.of(pack, queries(pack, query), files(pack)))
                .contains("line14=1", "_Cut: the whole query is in its file._")
                .doesNotContain("line15=1");
        String whole = Briefing.of(pack, queries(pack, query));
        assertThat(whole.split("line39=1", -1)).hasSize(pack.hunts().size() + 1);
    }

    @Test
    void anArticleThatIsNoThreatSaysSoAtOnce() {
        HuntPack pack =
                pack("Our new kettle\n\nThe kettle comes in red and in blue, and it boils water in four minutes.\n");
        List<String> screen = firstScreen(Briefing.of(pack, Map.of()));
        assertThat(screen).anyMatch(line -> line.endsWith("no threat to hunt")).noneMatch(line -> line.startsWith("|"));
        assertThat(screen).noneMatch(line -> line.contains("Run first"));
    }

    @Test
    void hostileWordsStayWordsOnTheFirstScreen() {
        String hostile = "# <script>alert(1)</script> [x](javascript:alert(1)) `a`\n\n"
                + "The ransomware group <img src=x onerror=alert(1)> broke into ![x](http://evil.example/x.png) three firms.\n";
        String screen = String.join("\n", firstScreen(Briefing.of(pack(hostile), Map.of())));
        assertThat(screen.replaceAll("\\\\.|&#\\d+;", "")).doesNotContain("<", "](", "![", "`", "://");
    }

    @Test
    void aQuoteIsTheWordsWithoutTheArticlesOwnMarks() {
        HuntPack pack = pack("# A **kettle** of `fish`\n\nIt boils.");
        dev.harrier.evidence.Quote quote =
                dev.harrier.evidence.Quote.of(pack.article(), 0, "# A **kettle** of `fish`".length());
        assertThat(Markdown.quote(quote)).isEqualTo("“A kettle of fish”");
        assertThat(Markdown.quote(quote, 10)).isEqualTo("“A kettle …”");
    }
}
