package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.QueryOutcome;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts all days of a stretch by one query, and what was searched on them by another, shared by all hunts of a kind. */
final class DailyHits {
    private final String target;
    private final KqlDialect dialect;
    private final Profile profile;
    private final HuntQueries logs;
    private final Telemetry telemetry;

    DailyHits(String target, KqlDialect dialect, Profile profile, HuntQueries logs, Telemetry telemetry) {
        this.target = target;
        this.dialect = dialect;
        this.profile = profile;
        this.logs = logs;
        this.telemetry = telemetry;
    }

    /**
     * The days, from the first inclusive to the second exclusive; empty if they can't be told by one query: an analyst's own query may
     * aggregate over its whole window, and what it yields need not have a time.
     */
    Optional<SortedMap<LocalDate, HitCount>> count(Deployment deployment, LocalDate from, LocalDate to) {
        if (!(deployment.hunt().logic() instanceof Logic.Detection) || !from.isBefore(to)) {
            return Optional.empty();
        }
        Window window = Window.of(from, to);
        HuntId hunt = deployment.hunt().id();
        QueryOutcome outcome =
                logs.run(hunt, dialect.byDay(dialect.counting(deployment.text(), profile), profile), window);
        Optional<HitCount> none = HitCounts.uncounted(telemetry, outcome)
                .map(why -> Watchlists.lowered(why, Watchlists.unread(outcome, Watchlists.in(deployment.text()))));
        if (none.isPresent()) {
            return Optional.of(each(from, to, none.get()));
        }
        Optional<Map<LocalDate, Map<String, String>>> rows = byDay(outcome);
        EventKind kind = deployment.hunt().logic().kind();
        Optional<HitCount> unread = unread(hunt, deployment.text(), window);
        return rows.map(hits -> days(hits, outcome.partial(), kind, from, to)).map(days -> {
            days.replaceAll((day, count) -> Watchlists.lowered(count, unread));
            return days;
        });
    }

    /** Watchlists have no time, so that one question is enough for all days. */
    private Optional<HitCount> unread(HuntId hunt, String text, Window window) {
        Set<String> names = Watchlists.in(text);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        QueryOutcome outcome = logs.run(hunt, Watchlists.alone(text, names), window);
        return Watchlists.unread(outcome, names).or(() -> HitCounts.uncounted(telemetry, outcome));
    }

    /**
     * The telemetry of a kind on each day, by the one query that also tells what was searched; nothing of it if its table isn't there.
     *
     * @throws ConnectorException if the service doesn't say
     */
    SortedMap<LocalDate, Coverage> coverage(EventKind kind, LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return new TreeMap<>();
        }
        QueryOutcome outcome = telemetry.dailyOnce(kind, Window.of(from, to));
        if (telemetry.missingTable(outcome).isPresent()) {
            return coverage(kind, Map.of(), from, to);
        }
        return Optional.of(outcome)
                .filter(QueryOutcome::whole)
                .flatMap(DailyHits::byDay)
                .map(rows -> coverage(kind, rows, from, to))
                .orElseThrow(() -> new ConnectorException(
                        Kind.UNAVAILABLE,
                        target,
                        "no coverage of " + kind.words() + " events: " + HitCounts.why(outcome)));
    }

    private static SortedMap<LocalDate, Coverage> coverage(
            EventKind kind, Map<LocalDate, Map<String, String>> rows, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Coverage> days = new TreeMap<>();
        from.datesUntil(to).forEach(day -> days.put(day, HitCounts.coverage(kind, rows.getOrDefault(day, Map.of()))));
        return days;
    }

    private static SortedMap<LocalDate, HitCount> each(LocalDate from, LocalDate to, HitCount count) {
        SortedMap<LocalDate, HitCount> days = new TreeMap<>();
        from.datesUntil(to).forEach(day -> days.put(day, count));
        return days;
    }

    /** Empty if a row can't be read or names no day. */
    private static Optional<Map<LocalDate, Map<String, String>>> byDay(QueryOutcome outcome) {
        Map<LocalDate, Map<String, String>> days = new HashMap<>();
        for (Map<String, String> row : outcome.rows()) {
            Optional<LocalDate> day = Cells.day(row);
            if (day.isEmpty() || !Cells.counts(row)) {
                return Optional.empty();
            }
            days.put(day.get(), row);
        }
        return Optional.of(days);
    }

    private SortedMap<LocalDate, HitCount> days(
            Map<LocalDate, Map<String, String>> hits,
            Optional<String> partial,
            EventKind kind,
            LocalDate from,
            LocalDate to) {
        QueryOutcome searched = telemetry.dailyOnce(kind, Window.of(from, to));
        Map<LocalDate, Map<String, String>> there = byDay(searched).orElse(Map.of());
        boolean known = telemetry.missingTable(searched).isPresent()
                || (searched.whole() && byDay(searched).isPresent());
        SortedMap<LocalDate, HitCount> days = new TreeMap<>();
        from.datesUntil(to).forEach(day -> {
            Hits found = Optional.ofNullable(hits.get(day)).map(Cells::hits).orElse(Hits.NONE);
            long events = Cells.number(there.getOrDefault(day, Map.of()), "hits");
            days.put(day, day(kind, found, events, partial, known ? Optional.empty() : Optional.of(searched)));
        });
        return days;
    }

    /** @param unknown what was answered when asked what was searched, if that isn't sure */
    private static HitCount day(
            EventKind kind, Hits hits, long searched, Optional<String> partial, Optional<QueryOutcome> unknown) {
        if (hits.events() == 0 && searched == 0) {
            return unknown.<HitCount>map(answer -> new HitCount.Unanswered(
                            "no hit, but what was searched is unknown: " + HitCounts.why(answer)))
                    .orElseGet(() -> new HitCount.Blind("no " + kind.words() + " events are there to be searched"));
        }
        return partial.<HitCount>map(why -> new HitCount.AtLeast(hits, why))
                .orElseGet(() -> new HitCount.Counted(hits, Math.max(searched, hits.events())));
    }
}
