package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much the lab may use.
 *
 * @param memoryMegabytes of DuckDB, besides Java's heap; nothing is spilled to disk
 * @param threads of DuckDB
 * @param statement how long one search may take
 */
public record LabLimits(int memoryMegabytes, int threads, Duration statement) {
    /** 2 GB, as many threads as processors, two minutes. */
    public static final LabLimits DEFAULT =
            new LabLimits(2048, Runtime.getRuntime().availableProcessors(), Duration.ofMinutes(2));

    public LabLimits {
        requireNonNull(statement, "statement is null");
        if (memoryMegabytes < 1 || threads < 1 || statement.toSeconds() < 1) {
            throw new IllegalArgumentException("limits are too small to work with");
        }
    }
}
