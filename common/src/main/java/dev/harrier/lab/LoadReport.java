package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.EventKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of one input. Every line that isn't blank is counted once: loaded, other, duplicate or bad.
 *
 * @param name of the input
 * @param lines that held something (array elements, for a JSON array)
 * @param loaded events by kind
 * @param other events of no kind that hunts look at, by source and event id, for example {@code security/4658}; a thousand of them
 *     one by one, and the rest together as {@code …}
 * @param duplicates Security 4688 events left out because the same host's Sysmon 1 events are in the same input
 * @param bad the first {@link #BAD_LINES_LISTED} lines that became no event
 * @param badLines how many did, listed or not
 * @param cutShort why the input ended early, when the caller chose to keep what was read before; else empty
 */
public record LoadReport(
        String name,
        long lines,
        Map<EventKind, Long> loaded,
        Map<String, Long> other,
        long duplicates,
        List<BadLine> bad,
        long badLines,
        Optional<String> cutShort) {
    /** How many bad lines are listed at most; all are counted. */
    public static final int BAD_LINES_LISTED = 100;

    public LoadReport {
        requireNonNull(name, "name is null");
        Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
        kinds.putAll(loaded);
        loaded = Collections.unmodifiableMap(kinds);
        other = Collections.unmodifiableMap(new TreeMap<>(other));
        bad = List.copyOf(bad);
        requireNonNull(cutShort, "cutShort is null");
    }

    /** Events that hunts can now see. */
    public long events() {
        return sum(loaded);
    }

    /** Events of no kind that hunts look at. */
    public long otherEvents() {
        return sum(other);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
