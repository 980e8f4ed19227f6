package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a hunt found.
 *
 * @param events matching events, not rows
 * @param hosts distinct hosts that are known
 * @param users distinct users that are known
 * @param days distinct UTC days with a hit
 * @param first time of the first hit, empty without one
 * @param last time of the last hit, empty without one
 * @param blocked how many of the events say that what they tell of was stopped; empty where the telemetry doesn't say
 */
public record Hits(
        long events,
        long hosts,
        long users,
        long days,
        Optional<Instant> first,
        Optional<Instant> last,
        OptionalLong blocked) {
    /** Nothing found. */
    public static final Hits NONE = new Hits(0, 0, 0, 0, Optional.empty(), Optional.empty());

    public Hits {
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        requireNonNull(blocked, "blocked is null");
        if (events < 0 || hosts < 0 || users < 0 || days < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        if (blocked.isPresent() && (blocked.getAsLong() < 0 || blocked.getAsLong() > events)) {
            throw new IllegalArgumentException(blocked.getAsLong() + " of " + events + " events are blocked");
        }
    }

    /** Of telemetry that doesn't say what was blocked. */
    public Hits(long events, long hosts, long users, long days, Optional<Instant> first, Optional<Instant> last) {
        this(events, hosts, users, days, first, last, OptionalLong.empty());
    }

    /** The same, with how many of the events were blocked. */
    public Hits withBlocked(long many) {
        return new Hits(events, hosts, users, days, first, last, OptionalLong.of(many));
    }

    /** Whether there are some, and every one was blocked. */
    public boolean allBlocked() {
        return events > 0 && blocked.orElse(0) == events;
    }

    /** For people, empty if nothing is known to have been blocked: {@code 3 blocked}, {@code all blocked}. */
    public String blockedWords() {
        long many = blocked.orElse(0);
        return many == 0 ? "" : allBlocked() ? "all blocked" : many + " blocked";
    }
}
