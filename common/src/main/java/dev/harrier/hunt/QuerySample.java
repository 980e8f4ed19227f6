package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events that a {@link Logic.NativeQuery} must hit, or must miss: what its text means, said in a way that can be run. Immutable.
 *
 * @param hit whether the query finds at least one row in them, or none
 * @param about what they stand for, for people
 * @param series all within one day
 */
public record QuerySample(boolean hit, String about, List<Series> series) {
    /** The longest time that a sample may take. */
    public static final Duration LONGEST = Duration.ofDays(1);

    /** The most events of a sample. */
    public static final int MOST = 5_000;

    /**
     * Events of one sort, one after another.
     *
     * @param fields of each event, Sigma's names; {@code {n}} in a value is the event's number, from 0
     * @param count how many
     * @param every the time between two
     * @param jitter by how much each is late at most, less than {@code every} where that isn't zero; the same each time
     * @param after when the first happens, from the sample's start
     */
    public record Series(Map<String, String> fields, int count, Duration every, Duration jitter, Duration after) {
        public Series {
            fields = Map.copyOf(new TreeMap<>(fields));
            requireNonNull(every, "every is null");
            requireNonNull(jitter, "jitter is null");
            requireNonNull(after, "after is null");
            if (count < 1 || count > MOST || every.isNegative() || jitter.isNegative() || after.isNegative()) {
                throw new IllegalArgumentException(
                        "a series has 1 to " + MOST + " events, and its times are not negative");
            }
        }

        /** When it is over at the latest, from the sample's start. */
        Duration end() {
            return after.plus(every.multipliedBy(count - 1L)).plus(jitter);
        }
    }

    public QuerySample {
        requireNonNull(about, "about is null");
        series = List.copyOf(series);
        if (series.isEmpty() || series.stream().anyMatch(s -> s.end().compareTo(LONGEST) >= 0)) {
            throw new IllegalArgumentException("a sample has events, all within a day");
        }
        if (series.stream().mapToLong(Series::count).sum() > MOST) {
            throw new IllegalArgumentException("a sample has " + MOST + " events at most");
        }
    }
}
