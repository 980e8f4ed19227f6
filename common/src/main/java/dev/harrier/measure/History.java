package dev.harrier.measure;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.LedgerEntry.DayCoverage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What was measured so far, by day. Immutable. */
public final class History {
    private final Map<List<Object>, NavigableMap<LocalDate, DayCount>> counts = new HashMap<>();
    private final Map<List<Object>, NavigableMap<LocalDate, DayCoverage>> coverage = new HashMap<>();

    private History() {}

    /** Nothing measured. */
    public static History none() {
        return new History();
    }

    /** Of entries in the order of their writing: the last one for a thing, target and day counts. */
    public static History of(List<LedgerEntry> entries) {
        History history = new History();
        for (LedgerEntry entry : entries) {
            if (entry instanceof DayCount count) {
                history.counts
                        .computeIfAbsent(List.of(count.hunt(), count.target()), key -> new TreeMap<>())
                        .put(count.day(), count);
            } else if (entry instanceof DayCoverage there) {
                history.coverage
                        .computeIfAbsent(List.of(there.kind(), there.target()), key -> new TreeMap<>())
                        .put(there.day(), there);
            }
        }
        return history;
    }

    /** A hunt's days on a target, oldest first; of whatever query. */
    public NavigableMap<LocalDate, DayCount> days(HuntId hunt, String target) {
        return Collections.unmodifiableNavigableMap(
                counts.getOrDefault(List.of(hunt, target), Collections.emptyNavigableMap()));
    }

    /** A kind's days on a target, oldest first. */
    public NavigableMap<LocalDate, DayCoverage> days(EventKind kind, String target) {
        return Collections.unmodifiableNavigableMap(
                coverage.getOrDefault(List.of(kind, target), Collections.emptyNavigableMap()));
    }

    /**
     * How prevalent a hunt's hits were on days of a stretch.
     *
     * @param query only days that this text counted
     * @param from inclusive
     * @param to exclusive
     */
    public Prevalence prevalence(HuntId hunt, String target, String query, LocalDate from, LocalDate to) {
        return Prevalence.of(days(hunt, target).subMap(from, true, to, false).values().stream()
                .filter(day -> day.query().equals(query))
                .flatMap(day -> day.counted().stream())
                .toList());
    }

    /** How many hosts usually report events of a kind in a day: the median over a stretch, empty if no day of it was measured. */
    public OptionalLong usualHosts(EventKind kind, String target, LocalDate from, LocalDate to) {
        List<Long> hosts = days(kind, target).subMap(from, true, to, false).values().stream()
                .map(DayCoverage::hosts)
                .sorted()
                .toList();
        return hosts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(hosts.get(hosts.size() / 2));
    }

    /** How many events of a kind there usually are in a day: the median of the last thirty that were measured, empty if none was. */
    public OptionalLong usualEvents(EventKind kind, String target) {
        List<Long> events = days(kind, target).descendingMap().values().stream()
                .limit(30)
                .map(DayCoverage::events)
                .sorted()
                .toList();
        return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.get(events.size() / 2));
    }

    /** Whether a day needs no more counting: this text counted it after it was over and its latecomers had come in. */
    public boolean settled(HuntId hunt, String target, String query, LocalDate day, Instant lateUntil) {
        DayCount known = days(hunt, target).get(day);
        return known != null
                && known.query().equals(query)
                && !known.at().isBefore(lateUntil)
                && !(known.count() instanceof HitCount.Unanswered);
    }
}
