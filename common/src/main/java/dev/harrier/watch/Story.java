package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A campaign and who told of it. Immutable.
 *
 * @param id of the first telling
 * @param tellings at least one, first the one that was read first: its headline and address name the pack, whoever tells later
 */
record Story(String id, List<Telling> tellings) {
    /** More tellings than this add words and no news; the next one begins a story of its own. */
    static final int MOST_TELLINGS = 12;

    private static final Duration OPEN = Duration.ofDays(SameStory.DAYS);
    private static final int MOST_CHARACTERS = 5_000_000;

    Story {
        requireNonNull(id, "id is null");
        tellings = tellings.stream()
                .sorted(Comparator.comparing(Telling::at).thenComparing(Telling::key))
                .toList();
        if (tellings.isEmpty()) {
            throw new IllegalArgumentException("a story that nobody tells");
        }
    }

    /** This story with a telling more, or with another text of one that it has. */
    Story with(Telling telling) {
        List<Telling> all = new ArrayList<>(tellings);
        Optional<Telling> before = telling(telling.key());
        before.ifPresent(all::remove);
        all.add(before.map(first -> new Telling(id, telling.key(), first.at(), telling.article(), telling.signature()))
                .orElse(telling));
        return new Story(id, all);
    }

    Optional<Telling> telling(String key) {
        return tellings.stream().filter(telling -> telling.key().equals(key)).findFirst();
    }

    /** Whether it began so recently that somebody may still tell it. */
    boolean isOpen(Instant now) {
        return tellings.get(0).at().isAfter(now.minus(OPEN));
    }

    /** Whether this very text is one of its tellings, from the same place. */
    boolean has(Article article) {
        return tellings.stream()
                .map(Telling::article)
                .anyMatch(
                        told -> told.text().equals(article.text()) && told.url().equals(article.url()));
    }

    /** Whether an article tells this story, and there is room for it. */
    boolean takes(Signature signature, int characters) {
        int length = tellings.stream()
                .mapToInt(telling -> telling.article().text().length())
                .sum();
        return tellings.size() < MOST_TELLINGS
                && length + characters <= MOST_CHARACTERS
                && tellings.stream().anyMatch(telling -> SameStory.tell(telling.signature(), signature));
    }

    /** All tellings as one article, so that every quote has its place in one text. */
    Article article() {
        return MergedArticle.of(tellings.stream().map(Telling::article).toList());
    }

    /** Where it was told, in the order of {@link #tellings}. */
    List<URI> addresses() {
        return tellings.stream()
                .flatMap(telling -> telling.article().url().stream())
                .distinct()
                .toList();
    }
}
