package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.EventKind;
import java.time.Instant;

/**
 * Events of one kind, of one host, in one hour.
 *
 * @param kind of the events
 * @param host in lower case; empty where the events don't say
 * @param hour when it begins, UTC
 * @param events how many, at least one
 */
public record HourlyEvents(EventKind kind, String host, Instant hour, long events) {
    public HourlyEvents {
        requireNonNull(kind, "kind is null");
        requireNonNull(host, "host is null");
        requireNonNull(hour, "hour is null");
    }
}
