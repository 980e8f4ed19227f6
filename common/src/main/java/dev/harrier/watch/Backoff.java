package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a feed is left alone: doubled with each failure in a row, up to a day, and never at the same moment as everybody else. */
final class Backoff {
    static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Duration every;
    private final RandomGenerator random;

    Backoff(Duration every, RandomGenerator random) {
        this.every = requireNonNull(every, "every is null");
        this.random = requireNonNull(random, "random is null");
    }

    /**
     * After so many failures in a row.
     *
     * @param asked what the server asked for, honoured up to a day
     * @return from half to all of what the failures deserve, and no less than was asked for
     */
    Duration after(int failures, Optional<Duration> asked) {
        Duration whole = shorter(every.multipliedBy(1L << Math.min(Math.max(0, failures), MOST_DOUBLINGS)), LONGEST);
        Duration some = scaled(whole, 0.5 + random.nextDouble() / 2);
        Duration least = shorter(asked.orElse(Duration.ZERO), LONGEST);
        return some.compareTo(least) >= 0 ? some : least;
    }

    /** Until the next round: the interval, a tenth more or less. */
    Duration round() {
        return scaled(every, 0.9 + random.nextDouble() / 5);
    }

    private static Duration scaled(Duration time, double by) {
        return Duration.ofMillis((long) (time.toMillis() * by));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
