package dev.harrier.measure;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time, UTC: {@code from} inclusive, {@code to} exclusive. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("window from " + from + " to " + to + " holds no time");
        }
    }

    /** The length. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
