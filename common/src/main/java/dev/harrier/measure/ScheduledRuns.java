package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the target's own scheduler did with one hunt in a window: the second number beside a {@link HitCount}, and the only one that
 * tells whether the deployed object ever ran.
 *
 * @param runs that came to an end
 * @param results rows of all these runs; windows of runs may overlap, so it is no count of events
 * @param skipped runs that did not take place, by the scheduler's own reason
 * @param last time of the last run, empty without one
 */
public record ScheduledRuns(long runs, long results, SortedMap<String, Long> skipped, Optional<Instant> last) {
    public ScheduledRuns {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        requireNonNull(last, "last is null");
    }

    /** How many runs did not take place. */
    public long skips() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
