package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a hunt found.
 *
 * @param events matching events, not rows
 * @param hosts distinct hosts that are known
 * @param users distinct users that are known
 * @param days distinct UTC days with a hit
 * @param first time of the first hit, empty without one
 * @param last time of the last hit, empty without one
 */
public record Hits(long events, long hosts, long users, long days, Optional<Instant> first, Optional<Instant> last) {
    /** Nothing found. */
    public static final Hits NONE = new Hits(0, 0, 0, 0, Optional.empty(), Optional.empty());

    public Hits {
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        if (events < 0 || hosts < 0 || users < 0 || days < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }
}
