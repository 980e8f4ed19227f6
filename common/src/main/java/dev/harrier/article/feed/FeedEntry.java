package dev.harrier.article.feed;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleException;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.Format;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry of a feed. Immutable and thread-safe.
 *
 * @param id the feed's own name for it, else its link, else its place in the feed
 * @param title plain text, empty when it has none
 * @param source the feed's title
 * @param link where the page stands, http or https
 * @param published the date it bears (UTC)
 * @param content what the feed holds of it, maybe nothing
 * @param format of the content
 * @param whole whether the content is the article, and no teaser of it
 */
public record FeedEntry(
        String id,
        String title,
        Optional<String> source,
        Optional<URI> link,
        Optional<LocalDate> published,
        String content,
        Format format,
        boolean whole) {
    public FeedEntry {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(source, "source is null");
        requireNonNull(link, "link is null");
        requireNonNull(published, "published is null");
        requireNonNull(content, "content is null");
        requireNonNull(format, "format is null");
    }

    /**
     * The article that the feed itself holds, maybe only a teaser.
     *
     * @throws ArticleException when the feed holds no readable word of it
     */
    public Article article() {
        if (content.isBlank()) {
            throw new ArticleException(
                    id, "the feed holds no text of this entry; fetch its page, or save it to a file");
        }
        return named(ArticleReader.readText(id, content, format));
    }

    /** The article of this entry's page: the words are the page's, id and facts the feed's as far as it has them. */
    public Article named(Article page) {
        return new Article(
                id,
                title.isBlank() ? page.title() : title,
                source.or(page::source),
                published.or(page::published),
                link.or(page::url),
                page.text(),
                page.blocks());
    }
}
