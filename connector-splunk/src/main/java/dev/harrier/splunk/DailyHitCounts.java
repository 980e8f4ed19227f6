package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Counts many UTC days by one job, and what there was to be searched on each of them by another, which all hunts of a kind share. */
final class DailyHitCounts {
    private final Dialect dialect;
    private final Profile profile;
    private final String target;
    private final Searches searches;
    private final Telemetry<Map<LocalDate, Coverage>> telemetry = new Telemetry<>();

    DailyHitCounts(Dialect dialect, Profile profile, String target, Searches searches) {
        this.dialect = dialect;
        this.profile = profile;
        this.target = target;
        this.searches = searches;
    }

    /**
     * Counts.
     *
     * @param search counts a deployment day by day
     * @param there what there was to be searched; asked for only if it matters
     * @param none what no hit means on a day on which so many events were there
     */
    SortedMap<LocalDate, HitCount> count(
            String search,
            LocalDate from,
            LocalDate to,
            Supplier<SortedMap<LocalDate, Coverage>> there,
            WithoutHit none) {
        SearchJob.Outcome outcome = searches.run(search, Window.of(from, to));
        SortedMap<LocalDate, HitCount> days = new TreeMap<>();
        if (outcome.failure().isPresent()) {
            HitCount why = new HitCount.Unanswered(outcome.failure().get());
            from.datesUntil(to).forEach(day -> days.put(day, why));
            return days;
        }
        Map<LocalDate, CountRow> rows = rows(outcome.rows());
        if (outcome.partial().isPresent()) {
            String why = outcome.partial().get();
            from.datesUntil(to).forEach(day -> days.put(day, new HitCount.AtLeast(hits(rows, day), why)));
            return days;
        }
        Map<LocalDate, Coverage> ground = there.get();
        from.datesUntil(to)
                .forEach(day ->
                        days.put(day, whole(hits(rows, day), ground.get(day).events(), none)));
        return days;
    }

    /** What no hit means. */
    interface WithoutHit {
        HitCount over(long searched);
    }

    private static HitCount whole(Hits hits, long searched, WithoutHit none) {
        return hits.events() > 0 ? new HitCount.Counted(hits, Math.max(searched, hits.events())) : none.over(searched);
    }

    /** Of a kind, every day of the stretch, days without events included. */
    SortedMap<LocalDate, Coverage> coverage(EventKind kind, LocalDate from, LocalDate to) {
        return dialect.coverageDaily(kind, profile)
                .map(search -> coverage(search, kind, from, to))
                .orElseGet(() -> everyDay(kind, Map.of(), from, to));
    }

    /** As {@link #coverage}, of events that their index tells. */
    SortedMap<LocalDate, Coverage> coverage(IndexedTerms terms, EventKind kind, LocalDate from, LocalDate to) {
        return coverage(SourceQuestion.daily(terms), kind, from, to);
    }

    private SortedMap<LocalDate, Coverage> coverage(String search, EventKind kind, LocalDate from, LocalDate to) {
        Window window = Window.of(from, to);
        return everyDay(kind, telemetry.of(search, window, () -> asked(search, kind, window)), from, to);
    }

    private static SortedMap<LocalDate, Coverage> everyDay(
            EventKind kind, Map<LocalDate, Coverage> there, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Coverage> days = new TreeMap<>();
        from.datesUntil(to)
                .forEach(day -> days.put(day, there.getOrDefault(day, new Coverage(kind, 0, 0, Optional.empty()))));
        return days;
    }

    private Map<LocalDate, Coverage> asked(String search, EventKind kind, Window window) {
        SearchJob.Outcome outcome = searches.run(search, window);
        outcome.failure().or(outcome::partial).ifPresent(why -> {
            throw new ConnectorException(
                    Kind.REJECTED_QUERY, target, "cannot tell what " + kind.words() + " events there are: " + why);
        });
        Map<LocalDate, Coverage> days = new HashMap<>();
        rows(outcome.rows()).forEach((day, row) -> days.put(day, row.coverage(kind)));
        return days;
    }

    private Map<LocalDate, CountRow> rows(List<JsonNode> rows) {
        Map<LocalDate, CountRow> days = new HashMap<>();
        for (JsonNode each : rows) {
            CountRow row = new CountRow(target, each);
            LocalDate day = Instant.ofEpochSecond(row.number("day"))
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            days.put(day, row);
        }
        return days;
    }

    private static Hits hits(Map<LocalDate, CountRow> rows, LocalDate day) {
        return Optional.ofNullable(rows.get(day)).map(CountRow::hitsOfADay).orElse(Hits.NONE);
    }
}
