package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import java.time.Instant;

/**
 * One site's telling of a story. Immutable.
 *
 * @param story that it tells
 * @param key the feed and the entry that it came from
 * @param at when it was read first
 */
record Telling(String story, String key, Instant at, Article article, Signature signature) {
    Telling {
        requireNonNull(story, "story is null");
        requireNonNull(key, "key is null");
        requireNonNull(at, "at is null");
        requireNonNull(article, "article is null");
        requireNonNull(signature, "signature is null");
    }
}
