package dev.harrier.deploy;

import java.time.Duration;

/**
 * When a target runs a hunt by itself.
 *
 * @param every from one run to the next
 * @param window the stretch of time that a run reads
 */
public record Cadence(Duration every, Duration window) {
    /** Each hour, over an hour. */
    public static final Cadence HOURLY = new Cadence(Duration.ofHours(1), Duration.ofHours(1));

    public Cadence {
        if (every.isNegative() || every.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("not a cadence: every " + every + " over " + window);
        }
    }

    /** How often a day's events are read by a day's runs: 1 if windows neither overlap nor leave gaps. */
    public double passes() {
        return (double) window.toSeconds() / every.toSeconds();
    }
}
