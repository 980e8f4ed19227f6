package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.EventKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the telemetry that a hunt needs is there.
 *
 * @param kind the kind of event
 * @param events how many in the window
 * @param hosts distinct hosts reporting
 * @param last time of the last event
 */
public record Coverage(EventKind kind, long events, long hosts, Optional<Instant> last) {
    public Coverage {
        requireNonNull(kind, "kind is null");
        requireNonNull(last, "last is null");
    }
}
