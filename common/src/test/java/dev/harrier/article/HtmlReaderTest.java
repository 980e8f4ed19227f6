package dev.harrier.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    private static Article blog() throws IOException {
        try (InputStream page = HtmlReaderTest.class.getResourceAsStream("blog.html")) {
            return ArticleReader.read("blog.html", page.readAllBytes());
        }
    }

    private static Article read(String body) {
        return ArticleReader.readText("page", "<html><body>" + body, Format.HTML);
    }

    private static List<String> texts(Article article, Block.Kind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(article::textOf)
                .toList();
    }

    /** Each of a thousand tables says a long cell again in each of its rows, within what the whole page may say again. */
    @Test
    void theBudgetForCellsSaidAgainIsThePages() {
        String table = "<p>The kettle.</p><table><tr><td rowspan=40>" + "x".repeat(80) + "</td><td>a</td></tr>"
                + "<tr><td>b</td></tr>".repeat(39) + "</table>";
        String page = table.repeat(1_000);
        assertThat(read(page).text().length()).isLessThan(page.length() + 50_000);
        assertThat(read(table).text()).contains("x".repeat(80) + "\tb");
    }

    @Test
    void aBlogsPageIsReadWithoutWhatSurroundsIt() throws IOException {
        Article article = blog();
        assertThat(article.title()).isEqualTo("A kettle loader, taken apart");
        assertThat(article.source()).contains("Fennmark Research");
        assertThat(article.published()).contains(LocalDate.of(2026, 11, 2));
        assertThat(article.text())
                .doesNotContain(
                        "cookies",
                        "Accept all",
                        "About us",
                        "Tweet",
                        "Emotet",
                        "comment-evil",
                        "Copyright",
                        "newsletter")
                .doesNotContain("script", "google.com", "new window", "\u00a0\u00a0");
    }

    @Test
    void codeListsAndQuotationsStayWhatTheyAre() throws IOException {
        Article article = blog();
        assertThat(texts(article, Block.Kind.CODE))
                .containsExactly(
                        "powershell.exe -nop -w hidden\n  -enc SQBFAFgA", "reg query HKLM\\SYSTEM\nwhoami /all");
        assertThat(texts(article, Block.Kind.LIST))
                .startsWith("First it checks the locale:", "then it\nsleeps\nwakes")
                .contains("Domains:\none[.]example\ntwo[.]example\nthree[.]example");
        assertThat(texts(article, Block.Kind.QUOTE)).containsExactly("It boils.\nIt does.");
        assertThat(texts(article, Block.Kind.PROSE)).contains("Hunt for 198.51.99[.]7 first.");
    }

    @Test
    void tablesOfIndicatorsAreWhole() throws IOException {
        assertThat(texts(blog(), Block.Kind.TABLE))
                .containsExactly("Network\nType\tValue\tSeen\n"
                        + "C2\tkettle-boils[.]com\t2026-10-01\t2026-11-01\n"
                        + "C2\ttea-time[.]net\t2026-10-02\t2026-11-02\n"
                        + "Drop\t1.2.3[.]4\n5.6.7[.]8\t\t2026-11-03");
    }

    @Test
    void whatUnfoldsWithAClickIsReadAndADefinitionStandsBesideItsTerm() throws IOException {
        Article article = blog();
        assertThat(texts(article, Block.Kind.HEADING)).contains("Hashes");
        assertThat(article.text())
                .contains(
                        "SHA-256\t0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nMD5\t0123456789abcdef");
    }

    @Test
    void relatedPostsAreBoilerplateUpToTheNextHeadingOfTheirRank() throws IOException {
        Article article = blog();
        assertThat(texts(article, Block.Kind.BOILERPLATE))
                .containsExactly("Related posts", "Older malware: the teapot", "An older story about WannaCry.");
        assertThat(texts(article, Block.Kind.PROSE)).contains("The report of the kettle makers.");
    }

    @Test
    void anAppendixBesideTheArticleIsKeptForItsIndicators() {
        Article article = read(
                "<div class=top>x</div><main><p>" + "It boils. ".repeat(200)
                        + "</p></main><section><table><tr><td>evil[.]com</td></tr><tr><td>bad[.]net</td></tr></table></section>");
        assertThat(article.text()).contains("evil[.]com\nbad[.]net");
    }

    @Test
    void aNameAloneCondemnsNeitherTheArticleNorItsIndicators() {
        assertThat(read("<form class=sidebar><p>" + "It boils. ".repeat(50) + "</p></form><p>short</p>")
                        .text())
                .contains("It boils.");
        assertThat(read("<p>" + "It boils. ".repeat(50) + "</p><div class=related-iocs>evil[.]com</div>")
                        .text())
                .contains("evil[.]com");
        assertThat(read("<p>" + "It boils. ".repeat(50) + "</p><div class=related-posts>Emotet returns</div>")
                        .text())
                .doesNotContain("Emotet");
    }

    @Test
    void tablesThatOnlyPlaceThingsAreNoTables() {
        Article article = read("<table><tr><td><h2>News</h2><p>It boils.</p><table><tr><th>IP</th><th>Role</th></tr>"
                + "<tr><td>1.2.3.4</td><td>C2</td></tr></table></td></tr></table>");
        assertThat(texts(article, Block.Kind.TABLE)).containsExactly("IP\tRole\n1.2.3.4\tC2");
        assertThat(texts(article, Block.Kind.PROSE)).containsExactly("It boils.");
    }

    @Test
    void aTableInsideACellKeepsItsRows() {
        Article article = read(
                "<table><tr><th>Family</th><th>Hosts</th></tr><tr><td>Kettle</td><td><table><tr><td>a[.]com</td>"
                        + "<td>80</td></tr><tr><td>b[.]com</td><td>443</td></tr></table></td></tr><tr><td>Pot</td><td>c[.]com</td></tr></table>");
        assertThat(texts(article, Block.Kind.TABLE)).hasSize(1);
        assertThat(article.text()).contains("a[.]com\t80\nb[.]com\t443").contains("Pot\tc[.]com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "-1", "0", "x", "", "1e9", "99999999999999999999"})
    void spansThatLieCostNothing(String span) {
        Article article = read("<table><tr><th>a</th><th>b</th></tr>"
                + "<tr><td rowspan='%s' colspan='%s'>x</td><td>y</td></tr>"
                        .formatted(span, span)
                        .repeat(1000) + "</table>");
        assertThat(article.text().length()).isLessThan(100_000);
    }

    @Test
    void wordsInElementsSideBySideAreNotTornApart() {
        assertThat(read("<p>evil<wbr>-<b>kettle</b>[.]<i>com</i> and <span>more</span>")
                        .text())
                .isEqualTo("evil-kettle[.]com and more");
    }

    @Test
    void theEncodingIsTheServersThePagesOrTheMarks() {
        String page = "<html><head><meta charset=%s></head><body><p>\u20ac kettle";
        assertThat(ArticleReader.read("a", page.formatted("iso-8859-15").getBytes(Charset.forName("iso-8859-15")))
                        .text())
                .isEqualTo("\u20ac kettle");
        assertThat(ArticleReader.read(
                                "a",
                                page.formatted("x").getBytes(Charset.forName("iso-8859-15")),
                                Optional.of(Charset.forName("iso-8859-15")))
                        .text())
                .isEqualTo("\u20ac kettle");
        assertThat(ArticleReader.read(
                                "a",
                                page.formatted("iso-8859-1").getBytes(Charset.forName("windows-1252")),
                                Optional.of(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("\u20ac kettle");
        assertThat(ArticleReader.read(
                                "a", page.formatted("utf-16").getBytes(UTF_8), Optional.of(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("\u20ac kettle");
        assertThat(ArticleReader.read("a", page.formatted("x").getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("\u20ac kettle");
        assertThat(ArticleReader.read("a", page.formatted("x").getBytes(StandardCharsets.UTF_16BE))
                        .text())
                .isEqualTo("\u20ac kettle");
        assertThat(ArticleReader.read("a", ("\ufeff" + page.formatted("x")).getBytes(Charset.forName("UTF-32LE")))
                        .text())
                .isEqualTo("\u20ac kettle");
        byte[] japanese = "<html><body><p>\u6e6f".getBytes(Charset.forName("ISO-2022-JP"));
        assertThat(ArticleReader.read("a", japanese, Optional.of(Charset.forName("ISO-2022-JP")))
                        .text())
                .isEqualTo("\u6e6f");
    }

    /** Four times the page may cost no more than some ten times the processor's time: a quadratic reader needs sixteen. */
    @ParameterizedTest
    @Tag("slow")
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<a>",
                "<table><tr><td>",
                "<ul><li>",
                "<p class=related-posts>x",
                "<nav>x</nav>",
                "<br>",
                "<article>x",
                "<div class=sidebar>x",
                "<blockquote>",
                "<code>x<br>",
                "<pre>x",
                "<td rowspan=500>x<tr>",
                "<h2>Related posts</h2>x",
                "<details><summary>",
                "<form>",
                "<select><option>x",
                "&amp;",
                "&#x",
                "[.]",
                "<!--",
                "<svg><g>",
                "<script>",
                "<p style='display:none'>x",
                "<header>x",
                "<dl><dt>x<dd>y",
                "<math><mi>",
                "\t ",
                "<font>"
            })
    void costIsLinear(String piece) {
        assertThat(piece).satisfies(unit -> {
            cost(unit, 100_000);
            long small = Math.max(20_000_000, cost(unit, 125_000));
            assertThat(cost(unit, 500_000)).isLessThan(10 * small);
        });
    }

    private static long cost(String piece, int length) {
        String html = "<html><body><p>boils " + piece.repeat(length / piece.length());
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(ArticleReader.readText("x", html, Format.HTML).blocks().isEmpty())
                .isFalse();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
}
