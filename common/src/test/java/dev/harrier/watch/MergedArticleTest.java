package dev.harrier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedArticleTest {
    private final Article one = ArticleReader.readText("one", "# First\n\nThe kettle beacons.\n\n```\nwhoami\n```\n");
    private final Article two = ArticleReader.readText("two", "# Second\n\nThe pot beacons.\n\n- a\n- b\n");

    @Test
    void everyBlockKeepsItsWordsAndTheFirstArticleNamesTheWhole() {
        Article merged = MergedArticle.of(List.of(one, two));
        assertThat(merged.title()).isEqualTo(one.title());
        assertThat(merged.id()).isEqualTo("one");
        assertThat(words(merged)).containsAll(words(one)).containsAll(words(two));
        assertThat(merged.text()).startsWith(one.text()).endsWith(two.text());
    }

    @Test
    void aCopyAddsNoWord() {
        assertThat(MergedArticle.of(List.of(one, ArticleReader.readText("copy", one.text()))))
                .isEqualTo(one);
    }

    private static List<String> words(Article article) {
        return article.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.BOILERPLATE)
                .map(article::textOf)
                .toList();
    }
}
