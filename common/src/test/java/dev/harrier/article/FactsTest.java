package dev.harrier.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    private static Article read(String text) {
        return ArticleReader.readText("reports/2026/kettle-loader_in_the-wild.md", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A loader in the kettle\n\nIt boils.",
                "---\ntitle: \"A loader in the kettle\"\nauthor:\n  title: analyst\n---\n# Other\n\nIt boils.",
                "+++\ntitle = \"A loader in the kettle\"\n+++\n\n# Other\n",
                "# Key Takeaways\n\n- It boils.\n\n# A loader in the **kettle**\n",
                "= A loader in the kettle\n:toc:\n\nIt boils.",
                "A loader in the kettle\n\nIt boils, and then it runs.",
                "May 6, 2026\n\nA loader in the kettle\n\nA loader in the kettle\n\nIt boils.",
                "A loader in the kettle\nMay 6, 2026\nIt boils, and then it runs.\n\n# Technical part\n",
                "TLP:CLEAR\n\n# [A loader](https://kettle.example/a) in the kettle\n\nIt boils."
            })
    void headlineIsWhatSurelyIsOne(String text) {
        assertThat(read(text).title()).isEqualTo("A loader in the kettle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Key Findings:\n\nIt boils.",
                "# Introduction\n\nIt boils.",
                "# **1. Executive Summary**\n\nIt boils.",
                "It boils, and then it runs.\n\nMore of it.",
                "- one\n- two\n\n## Later part\n",
                "evil.example\n\n1.2.3.4\n"
            })
    void anArticleWithoutOneIsCalledWhatItsFileIs(String text) {
        assertThat(read(text).title()).isEqualTo("kettle loader in the wild");
    }

    @Test
    void aNameWithoutWordsIsNoHeadline() {
        assertThat(ArticleReader.readText("-", "It boils.").title()).isEmpty();
        assertThat(ArticleReader.readText("feeds/17/", "It boils.").title()).isEmpty();
        assertThat(ArticleReader.read(
                                "a/b_c.html",
                                "<html><body><p>It boils.".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .title())
                .isEqualTo("b c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "May 6, 2019 | 2019-05-06",
                "**Published: 2026-11-02** | 2026-11-02",
                "**Published:** 2026-11-02 | 2026-11-02",
                "Posted on Monday, 2nd of November 2026 | 2026-11-02",
                "02 Nov 2026 | 2026-11-02",
                "_November 2nd, 2026_ · 5 min read | 2026-11-02",
                "Sept. 5, 2020 | 2020-09-05",
                "Date: 2026/11/02 | 2026-11-02"
            })
    void datesAreReadAboveTheFirstParagraph(String line, LocalDate date) {
        assertThat(read("# Kettle\n\n" + line + "\n\nIt boils.").published()).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In May 6, 2019 they came.",
                "Published: soon",
                "31 February 2026",
                "Version 2026-11-02 of the loader"
            })
    void aSentenceIsNoDateLine(String line) {
        assertThat(read("# Kettle\n\n" + line + "\n\nIt boils.").published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Published: 1970-01-01", "Published: 03/04/2026"})
    void aDateThatIsLostOrMayBeTwoStaysUnread(String line) {
        assertThat(read("# Kettle\n\n" + line + "\n\nIt boils.").published()).isEmpty();
    }

    @Test
    void aPagesLinkedDataGivesItsDate() {
        String page = "<html><head><script type=\"application/ld+json\">{\"@type\":\"Article\","
                + "\"datePublished\": \"2026-03-12T08:00:00Z\"}</script></head>"
                + "<body><h1>Kettle</h1><p>It boils. <time datetime=\"2019-01-01\">once</time></p></body></html>";
        assertThat(ArticleReader.readText("a.html", page, Format.HTML).published())
                .contains(LocalDate.of(2026, 3, 12));
    }

    @Test
    void aDateAfterTheFirstParagraphIsNotTheArticles() {
        assertThat(read("# Kettle\n\n" + "It boils. ".repeat(40) + "\n\nMay 6, 2019\n")
                        .published())
                .isEmpty();
    }

    @Test
    void bylinesGivePublisherDateAndAddressAndAreNoEvidence() {
        Article article = read("# Kettle\n\n**By Ida Marchetti and Oskar Thune, Fennmark Threat Research**\n"
                + "**Published: 2026-11-02**\n**https://research.fennmark.example/kettle**\n\nIt boils.");
        assertThat(article.source()).contains("Fennmark Threat Research");
        assertThat(article.published()).contains(LocalDate.of(2026, 11, 2));
        assertThat(article.url()).contains(URI.create("https://research.fennmark.example/kettle"));
        assertThat(article.blocks().stream().map(Block::kind).toList())
                .isEqualTo(List.of(
                        Block.Kind.HEADING,
                        Block.Kind.BOILERPLATE,
                        Block.Kind.BOILERPLATE,
                        Block.Kind.BOILERPLATE,
                        Block.Kind.PROSE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ada Pond, CEO of Kettle 471. | Kettle 471",
                "By Ada Pond, Senior Threat Researcher at Fennmark | Fennmark",
                "By the Fennmark team, Fennmark Labs | Fennmark Labs",
                "Source: [Fennmark](https://fennmark.example/a) | Fennmark"
            })
    void publisherStandsBehindTheAuthors(String line, String publisher) {
        assertThat(read("# Kettle\n\n" + line + "\n\nIt boils.").source()).contains(publisher);
    }

    @ParameterizedTest
    @ValueSource(strings = {"By Ada Pond, Oskar Thune, and Ida Marchetti", "By Ada Pond, Oskar Thune", "By Ada Pond"})
    void authorsAreNoPublisher(String line) {
        assertThat(read("# Kettle\n\n" + line + "\n\nIt boils.").source()).isEmpty();
    }

    @Test
    void anAddressAloneMayBeAnIndicatorAndIsNoByline() {
        Article article = read("# Kettle\n\nhttp://kettle-boils.com/a\n\nhttp://kettle-boils.com/b\n");
        assertThat(article.url()).isEmpty();
        assertThat(article.blocks()).noneMatch(block -> block.kind() == Block.Kind.BOILERPLATE);
    }

    @Test
    void aRealArticleThatOpensWithItsDate() throws IOException {
        Path seed = seeds().resolve("002_5d67e6694ce62197.txt");
        assumeThat(seed).exists();
        Article article = ArticleReader.read("002.txt", Files.readAllBytes(seed));
        assertThat(article.title()).startsWith("Docker Hub Hack Leaked").doesNotContain("\n");
        assertThat(article.published()).contains(LocalDate.of(2019, 5, 6));
    }

    private static Path seeds() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return folder.resolve("../shared/seeds").normalize();
    }
}
