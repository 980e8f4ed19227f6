package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When things are done.
 *
 * @param every how often feeds are asked, at least a minute; failures double it
 * @param stale how long a feed may be without news before that is a finding
 * @param clock what time it is
 * @param pause lets time pass
 * @param random where the jitter comes from
 */
public record Timing(Duration every, Duration stale, Clock clock, Pause pause, RandomGenerator random) {
    private static final Duration LEAST = Duration.ofMinutes(1);

    public Timing {
        requireNonNull(every, "every is null");
        requireNonNull(stale, "stale is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(pause, "pause is null");
        requireNonNull(random, "random is null");
        if (every.compareTo(LEAST) < 0 || stale.compareTo(every) < 0) {
            throw new IllegalArgumentException(
                    "feeds are asked once a minute at most, and stale only after more than one round");
        }
    }
}
