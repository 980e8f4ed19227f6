package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

/**
 * How often one host or user was hit.
 *
 * @param value as the target names it; hostile, for an intruder may have named a machine
 * @param hits matching events
 */
public record EntityCount(String value, long hits) {
    public EntityCount {
        requireNonNull(value, "value is null");
        if (hits < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }
}
