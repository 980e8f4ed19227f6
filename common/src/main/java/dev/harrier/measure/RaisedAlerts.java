package dev.harrier.measure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one hunt raised in the analysts' queue in a window, and what they made of it: the third number beside a {@link HitCount}.
 *
 * @param byDisposition how many, by the target's own word for what an analyst decided ({@code undetermined} before that)
 */
public record RaisedAlerts(SortedMap<String, Long> byDisposition) {
    public RaisedAlerts {
        byDisposition = Collections.unmodifiableSortedMap(new TreeMap<>(byDisposition));
    }

    /** How many in all. */
    public long total() {
        return byDisposition.values().stream().mapToLong(Long::longValue).sum();
    }
}
