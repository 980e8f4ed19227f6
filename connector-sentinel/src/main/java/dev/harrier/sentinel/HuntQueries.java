package dev.harrier.sentinel;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.QueryOutcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Queries that are asked for one hunt, and what each hunt's have read so far. Thread-safe. */
final class HuntQueries {
    private final BiFunction<String, Window, QueryOutcome> logs;
    private final Map<HuntId, Long> read = new TreeMap<>();

    HuntQueries(BiFunction<String, Window, QueryOutcome> logs) {
        this.logs = requireNonNull(logs, "logs is null");
    }

    QueryOutcome run(HuntId hunt, String query, Window window) {
        QueryOutcome outcome = logs.apply(query, window);
        outcome.scanned().ifPresent(bytes -> add(hunt, bytes));
        return outcome;
    }

    private synchronized void add(HuntId hunt, long bytes) {
        read.merge(hunt, bytes, Long::sum);
    }

    /** In bytes; without hunts of which the service told nothing. */
    synchronized Map<HuntId, Long> read() {
        return Map.copyOf(read);
    }
}
