package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one source of telemetry contributes to the events of a kind.
 *
 * @param source its name on the target: Splunk's {@code sourcetype}
 * @param events how many in the window
 * @param hosts distinct hosts reporting
 * @param last time of the last event
 */
public record SourceCoverage(String source, long events, long hosts, Optional<Instant> last) {
    public SourceCoverage {
        requireNonNull(source, "source is null");
        requireNonNull(last, "last is null");
    }

    /** How far its last event is behind a moment, never negative; empty without an event. */
    public Optional<Duration> behind(Instant moment) {
        return last.map(time -> time.isAfter(moment) ? Duration.ZERO : Duration.between(time, moment));
    }
}
