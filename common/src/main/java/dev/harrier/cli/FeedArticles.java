package dev.harrier.cli;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.feed.Feed;
import dev.harrier.article.feed.FeedEntry;
import dev.harrier.article.feed.FeedReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Makes an article of each entry of a feed: of its content where the feed has it whole, else of its page. Pages are fetched only for a
 * feed that was itself fetched; a feed on disk opens no connection, and gives what it holds.
 */
record FeedArticles(Console console, Web web, boolean pages) {
    /** The most pages that are fetched for one feed. */
    private static final int MOST_PAGES = 100;

    /** Hands over each entry's id and the way to read it, which may fail; each at once, so that one article is held at a time. */
    void each(String name, byte[] bytes, Optional<Charset> charset, BiConsumer<String, Supplier<Article>> receiver) {
        Feed feed = FeedReader.read(name, bytes, charset);
        if (feed.omitted() > 0) {
            console.complain("%s: only the first %,d entries are read; %,d more are left out"
                    .formatted(Web.shown(name), feed.entries().size(), feed.omitted()));
        }
        int fetched = 0;
        int teasers = 0;
        for (FeedEntry entry : feed.entries()) {
            boolean page = !entry.whole() && entry.link().isPresent() && pages && fetched < MOST_PAGES;
            fetched += page ? 1 : 0;
            teasers += entry.whole() || page ? 0 : 1;
            receiver.accept(entry.id(), page ? () -> page(entry) : entry::article);
        }
        if (teasers > 0) {
            console.progress(
                    "%s: of %,d entries only the teaser is read; give the addresses of their pages to read them whole"
                            .formatted(Web.shown(name), teasers));
        }
    }

    private Article page(FeedEntry entry) {
        Web.Answer answer = web.fetch(entry.link().orElseThrow().toString());
        return entry.named(answer.located(ArticleReader.read(entry.id(), answer.bytes(), answer.charset())));
    }
}
