package dev.harrier.watch;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several articles one after another, each under its headline, as one that bears the first one's facts. */
final class MergedArticle {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();

    private MergedArticle() {}

    /** The first article itself if no other has a word of its own. */
    static Article of(List<Article> articles) {
        MergedArticle merged = new MergedArticle();
        articles.forEach(merged::add);
        Article first = articles.get(0);
        return merged.texts.size() == 1 ? first : merged.named(first);
    }

    private void add(Article article) {
        if (!texts.add(article.text())) {
            return;
        }
        if (texts.size() > 1) {
            heading(article.title().strip());
        }
        int offset = text.length();
        text.append(article.text());
        article.blocks()
                .forEach(block -> blocks.add(new Block(block.kind(), block.start() + offset, block.end() + offset)));
    }

    private void heading(String title) {
        text.append("\n\n");
        int start = text.length();
        text.append(title);
        if (!title.isEmpty()) {
            blocks.add(new Block(Block.Kind.HEADING, start, text.length()));
            text.append("\n\n");
        }
    }

    private Article named(Article first) {
        return new Article(
                first.id(), first.title(), first.source(), first.published(), first.url(), text.toString(), blocks);
    }
}
