package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.QueryOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Counts through the query API, which works for disabled rules and for what is not deployed. */
final class HitCounts {
    private final String target;
    private final Dialect dialect;
    private final Profile profile;
    private final BiFunction<String, Window, QueryOutcome> logs;
    private final Map<Stretch, QueryOutcome> known = new ConcurrentHashMap<>();

    private record Stretch(EventKind kind, Window window) {}

    HitCounts(String target, Dialect dialect, Profile profile, BiFunction<String, Window, QueryOutcome> logs) {
        this.target = target;
        this.dialect = dialect;
        this.profile = profile;
        this.logs = logs;
    }

    HitCount count(Deployment deployment, Window window) {
        QueryOutcome outcome = logs.apply(dialect.counting(deployment.text(), profile), window);
        Optional<String> missing = missingTable(outcome);
        if (missing.isPresent()) {
            return new HitCount.Blind("the workspace has no table " + missing.get());
        }
        if (outcome.failure().isPresent()) {
            return new HitCount.Unanswered(outcome.failure().get());
        }
        if (!readable(outcome)) {
            return new HitCount.Unanswered("the answer holds no count");
        }
        Hits hits = hits(outcome.row());
        return outcome.partial().isPresent()
                ? new HitCount.AtLeast(hits, outcome.partial().get())
                : complete(deployment.hunt().logic().kind(), window, hits);
    }

    /** No hit says something only if there was something to be searched, which is asked for. */
    private HitCount complete(EventKind kind, Window window, Hits hits) {
        QueryOutcome outcome = searchedOnce(kind, window);
        long searched = number(outcome.row(), "hits");
        if (hits.events() > 0) {
            return new HitCount.Counted(hits, Math.max(searched, hits.events()));
        }
        if (searched > 0) {
            return new HitCount.Counted(hits, searched);
        }
        return whole(outcome) || missingTable(outcome).isPresent()
                ? new HitCount.Blind("no " + kind.words() + " events are there to be searched")
                : new HitCount.Unanswered("no hit, but what was searched is unknown: " + why(outcome));
    }

    /**
     * What there is of a kind; nothing of it if its table isn't there.
     *
     * @throws ConnectorException if the service doesn't say
     */
    Coverage coverage(EventKind kind, Window window) {
        QueryOutcome outcome = searched(kind, window);
        Map<String, String> row = outcome.row();
        if (readable(outcome) && (whole(outcome) || number(row, "hits") > 0)) {
            return new Coverage(kind, number(row, "hits"), number(row, "hosts"), instant(row, "lastSeen"));
        }
        if (missingTable(outcome).isPresent()) {
            return new Coverage(kind, 0, 0, Optional.empty());
        }
        throw new ConnectorException(
                Kind.UNAVAILABLE, target, "no coverage of " + kind.words() + " events: " + why(outcome));
    }

    /** Asked once per kind and window for all hunts: it reads the whole table. What isn't sure is asked again. */
    private QueryOutcome searchedOnce(EventKind kind, Window window) {
        Stretch stretch = new Stretch(kind, window);
        QueryOutcome outcome = Optional.ofNullable(known.get(stretch)).orElseGet(() -> searched(kind, window));
        if (whole(outcome)) {
            known.put(stretch, outcome);
        }
        return outcome;
    }

    /** A profile without a table for a kind has nothing of it. */
    private QueryOutcome searched(EventKind kind, Window window) {
        return dialect.coverage(kind, profile)
                .map(query -> logs.apply(query, window))
                .orElse(new QueryOutcome(Map.of("hits", "0"), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The service says the same of tables and columns; ours of that name is a table. */
    private Optional<String> missingTable(QueryOutcome outcome) {
        return outcome.unresolved().filter(name -> dialect.tables(profile).stream()
                .map(TableMapping::table)
                .anyMatch(name::equals));
    }

    private static boolean whole(QueryOutcome outcome) {
        return readable(outcome) && outcome.partial().isEmpty();
    }

    private static boolean readable(QueryOutcome outcome) {
        return outcome.failure().isEmpty()
                && outcome.row().getOrDefault("hits", "").matches("\\d{1,18}");
    }

    private static String why(QueryOutcome outcome) {
        return outcome.failure().or(outcome::partial).orElse("the answer holds no count");
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
        return text.matches("\\d{1,15}(\\.\\d+)?")
                ? Optional.of(Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }
}
