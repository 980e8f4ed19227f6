package dev.harrier.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a run stops asking for more. Immutable. */
public record Deadline(Clock clock, Instant end) {
    /** So long from now. */
    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** Whether it has come. */
    public boolean passed() {
        return !clock.instant().isBefore(end);
    }
}
