package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one hunt raised in the analysts' queue in a window, and what they made of it: the third number beside a {@link HitCount}.
 *
 * @param byDisposition how many, by the target's own word for what an analyst decided ({@code undetermined} before that)
 * @param alerts how many alerts there were, where a target keeps alerts apart from what its analysts work on (Sentinel: alerts, and
 *     the incidents that they are put into); empty where the two are one, or it can't be told
 */
public record RaisedAlerts(SortedMap<String, Long> byDisposition, OptionalLong alerts) {
    public RaisedAlerts {
        byDisposition = Collections.unmodifiableSortedMap(new TreeMap<>(byDisposition));
        requireNonNull(alerts, "alerts is null");
    }

    /** Of a target whose alerts are what analysts work on. */
    public RaisedAlerts(SortedMap<String, Long> byDisposition) {
        this(byDisposition, OptionalLong.empty());
    }

    /** How many in all. */
    public long total() {
        return byDisposition.values().stream().mapToLong(Long::longValue).sum();
    }
}
