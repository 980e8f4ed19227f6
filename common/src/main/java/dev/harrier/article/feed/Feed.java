package dev.harrier.article.feed;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A feed as it was read. Immutable and thread-safe.
 *
 * @param title its publisher's name for it, empty when it has none
 * @param entries in the feed's order, which is newest first nearly everywhere; at least one
 * @param omitted how many more entries it holds than are kept
 */
public record Feed(String title, List<FeedEntry> entries, int omitted) {
    public Feed {
        requireNonNull(title, "title is null");
        entries = List.copyOf(entries);
        if (entries.isEmpty() || omitted < 0) {
            throw new IllegalArgumentException("a feed without entries is none");
        }
    }
}
