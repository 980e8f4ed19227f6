package dev.harrier.article.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much a fetch may take.
 *
 * @param bytes the most that is read of one answer: of what comes over the wire, and again of what that unpacks to
 * @param deadline for the whole fetch, redirects and body included
 * @param redirects the most that are followed
 */
public record Limits(int bytes, Duration deadline, int redirects) {
    /** 20 MB, which is the largest article that is read, 60 seconds, 5 redirects. */
    public static final Limits DEFAULT = new Limits(20 * 1024 * 1024, Duration.ofSeconds(60), 5);

    public Limits {
        requireNonNull(deadline, "deadline is null");
        if (bytes < 1 || redirects < 0 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("limits leave nothing to fetch");
        }
    }
}
