package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.fetch.Validators;
import java.time.Instant;

/**
 * What is remembered of a feed. Immutable.
 *
 * @param validators of its last answer that was read to the end
 * @param news when it last had something new
 * @param failures in a row
 * @param notBefore when it may be asked again
 */
record FeedState(Validators validators, Instant news, int failures, Instant notBefore) {
    FeedState {
        requireNonNull(validators, "validators is null");
        requireNonNull(news, "news is null");
        requireNonNull(notBefore, "notBefore is null");
    }

    FeedState failed(Instant until) {
        return new FeedState(validators, news, failures + 1, until);
    }

    FeedState answered(Validators latest, Instant latestNews) {
        return new FeedState(latest, latestNews, 0, Instant.EPOCH);
    }
}
