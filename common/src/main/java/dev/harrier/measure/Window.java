package dev.harrier.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A half-open stretch of time, UTC: {@code from} inclusive, {@code to} exclusive. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("window from " + from + " to " + to + " holds no time");
        }
    }

    /** Whole UTC days, {@code from} inclusive, {@code to} exclusive. */
    public static Window of(LocalDate from, LocalDate to) {
        return new Window(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The length. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
