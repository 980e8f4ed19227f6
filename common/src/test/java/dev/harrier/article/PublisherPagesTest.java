package dev.harrier.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages in the shapes of publishers' templates, in our own words. What belongs to the article says "kettle", what surrounds it says
 * "noise".
 */
class PublisherPagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wordpress-classic",
                "wordpress-gutenberg",
                "ghost",
                "medium-like",
                "substack-like",
                "confluence-like",
                "drupal",
                "docusaurus",
                "news-site",
                "vendor-accordion",
                "amp"
            })
    void theArticleIsReadWithoutWhatSurroundsIt(String name) throws IOException {
        Article page = page(name);
        assertThat(page.title()).startsWith("Kettle loader returns");
        assertThat(page.text().toLowerCase(Locale.ROOT))
                .contains("asks", "kettle-one[.]net")
                .doesNotContain("noise");
    }

    @ParameterizedTest
    @CsvSource({
        "wordpress-classic, LIST, kettle-one[.]net",
        "wordpress-classic, CODE, reg add",
        "wordpress-gutenberg, TABLE, kettle-one[.]net",
        "wordpress-gutenberg, CODE, schtasks",
        "ghost, PROSE, kettle-one[.]net",
        "ghost, CODE, curl",
        "ghost, LIST, 45.77.31[.]9",
        "medium-like, CODE, powershell",
        "medium-like, LIST, 45.77.31[.]9",
        "medium-like, QUOTE, It boils",
        "substack-like, LIST, 45.77.31[.]9",
        "substack-like, CODE, rundll32",
        "confluence-like, TABLE, 45.77.31[.]9",
        "confluence-like, CODE, sc create",
        "confluence-like, PROSE, kettle-two[.]net",
        "drupal, LIST, 45.77.31[.]9",
        "drupal, CODE, vssadmin",
        "docusaurus, PROSE, 45.77.31[.]9",
        "docusaurus, PROSE, boil.exe",
        "docusaurus, CODE, Stop-Service",
        "news-site, PROSE, 45.77.31[.]9",
        "news-site, LIST, Patch the gateway",
        "vendor-accordion, HEADING, Indicators of compromise",
        "vendor-accordion, TABLE, kettle.exe",
        "vendor-accordion, PROSE, kettle-two[.]net",
        "vendor-accordion, LIST, kettle-one[.]net",
        "amp, LIST, 45.77.31[.]9",
        "amp, CODE, wmic"
    })
    void whatTheArticleHoldsStaysWhatItIs(String name, Block.Kind kind, String words) throws IOException {
        assertThat(texts(page(name), kind)).anySatisfy(text -> assertThat(text).contains(words));
    }

    private static Article page(String name) throws IOException {
        try (InputStream page = PublisherPagesTest.class.getResourceAsStream("publishers/" + name + ".html")) {
            return ArticleReader.read(name, page.readAllBytes());
        }
    }

    private static List<String> texts(Article article, Block.Kind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(article::textOf)
                .toList();
    }
}
