package dev.harrier.sentinel;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.LogsQuery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Counts through the query API, which works for disabled rules and for what is not deployed. */
final class HitCounts {
    private final Dialect dialect;
    private final Profile profile;
    private final LogsQuery logs;

    HitCounts(Dialect dialect, Profile profile, LogsQuery logs) {
        this.dialect = dialect;
        this.profile = profile;
        this.logs = logs;
    }

    HitCount count(Deployment deployment, Window window) {
        LogsQuery.Outcome outcome = logs.run(dialect.counting(deployment.text(), profile), window);
        if (outcome.failure().isPresent()) {
            return new HitCount.Unanswered(outcome.failure().get());
        }
        Hits hits = hits(outcome.row());
        if (outcome.partial().isPresent()) {
            return new HitCount.AtLeast(hits, outcome.partial().get());
        }
        EventKind kind = deployment.hunt().logic().kind();
        long searched = coverage(kind, window).events();
        if (searched == 0 && hits.events() == 0) {
            return new HitCount.Blind("no " + kind.words() + " events are there to be searched");
        }
        return new HitCount.Counted(hits, Math.max(searched, hits.events()));
    }

    Coverage coverage(EventKind kind, Window window) {
        Optional<LogsQuery.Outcome> outcome = dialect.coverage(kind, profile).map(query -> logs.run(query, window));
        if (outcome.isEmpty() || outcome.get().failure().isPresent()) {
            return new Coverage(kind, 0, 0, Optional.empty());
        }
        Map<String, String> row = outcome.get().row();
        return new Coverage(kind, number(row, "hits"), number(row, "hosts"), instant(row, "lastSeen"));
    }

    private static Hits hits(Map<String, String> row) {
        return new Hits(
                number(row, "hits"),
                number(row, "hosts"),
                number(row, "users"),
                number(row, "days"),
                instant(row, "firstSeen"),
                instant(row, "lastSeen"));
    }

    private static long number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "0");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Optional<Instant> instant(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        return text.matches("\\d+(\\.\\d+)?")
                ? Optional.of(Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }
}
