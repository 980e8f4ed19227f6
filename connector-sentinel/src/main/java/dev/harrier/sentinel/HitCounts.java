package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.QueryOutcome;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts through the query API, which works for disabled rules and for what is not deployed. */
final class HitCounts {
    private final String target;
    private final KqlDialect dialect;
    private final Profile profile;
    private final HuntQueries logs;
    private final Telemetry telemetry;

    HitCounts(String target, KqlDialect dialect, Profile profile, HuntQueries logs, Telemetry telemetry) {
        this.target = target;
        this.dialect = dialect;
        this.profile = profile;
        this.logs = logs;
        this.telemetry = telemetry;
    }

    HitCount count(Deployment deployment, Window window) {
        Set<String> watchlists = Watchlists.in(deployment.text());
        QueryOutcome outcome = logs.run(
                deployment.hunt().id(),
                Watchlists.asking(dialect.counting(deployment.text(), profile), watchlists),
                window);
        return Watchlists.lowered(counted(deployment, window, outcome), Watchlists.unread(outcome, watchlists));
    }

    private HitCount counted(Deployment deployment, Window window, QueryOutcome outcome) {
        Optional<HitCount> none = uncounted(telemetry, outcome);
        if (none.isPresent()) {
            return none.get();
        }
        if (!Cells.counts(outcome.row())) {
            return new HitCount.Unanswered("the answer holds no count");
        }
        Hits hits = Cells.hits(outcome.row());
        return outcome.partial().isPresent()
                ? new HitCount.AtLeast(hits, outcome.partial().get())
                : complete(deployment.hunt().logic().kind(), window, hits);
    }

    /** What is found most often; nothing of a native query, whose rows may be of anything. */
    List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        if (!(deployment.hunt().logic() instanceof Logic.Detection)) {
            return List.of();
        }
        return dialect.top(deployment.text(), entity, most, profile).stream()
                .flatMap(query -> logs.run(deployment.hunt().id(), query, window).rows().stream())
                .map(row -> new EntityCount(row.getOrDefault("entity", ""), Cells.number(row, "hits")))
                .toList();
    }

    /** Why there is no count at all. */
    static Optional<HitCount> uncounted(Telemetry telemetry, QueryOutcome outcome) {
        return telemetry
                .missingTable(outcome)
                .<HitCount>map(table -> new HitCount.Blind("the workspace has no table " + table))
                .or(() -> outcome.failure().map(HitCount.Unanswered::new));
    }

    /** No hit says something only if there was something to be searched, which is asked for. */
    private HitCount complete(EventKind kind, Window window, Hits hits) {
        QueryOutcome outcome = telemetry.once(kind, window);
        long searched = Cells.number(outcome.row(), "hits");
        if (hits.events() > 0) {
            return new HitCount.Counted(hits, Math.max(searched, hits.events()));
        }
        if (searched > 0) {
            return new HitCount.Counted(hits, searched);
        }
        return whole(outcome) || telemetry.missingTable(outcome).isPresent()
                ? new HitCount.Blind("no " + kind.words() + " events are there to be searched")
                : new HitCount.Unanswered("no hit, but what was searched is unknown: " + why(outcome));
    }

    /**
     * What there is of a kind; nothing of it if its table isn't there.
     *
     * @throws ConnectorException if the service doesn't say
     */
    Coverage coverage(EventKind kind, Window window) {
        QueryOutcome outcome = telemetry.now(kind, window);
        Map<String, String> row = outcome.row();
        if (Cells.counts(row) && (whole(outcome) || Cells.number(row, "hits") > 0)) {
            return coverage(kind, row);
        }
        if (telemetry.missingTable(outcome).isPresent()) {
            return new Coverage(kind, 0, 0, Optional.empty());
        }
        throw new ConnectorException(
                Kind.UNAVAILABLE, target, "no coverage of " + kind.words() + " events: " + why(outcome));
    }

    /** As one row tells it. */
    static Coverage coverage(EventKind kind, Map<String, String> row) {
        return new Coverage(
                kind, Cells.number(row, "hits"), Cells.number(row, "hosts"), Cells.instant(row, "lastSeen"));
    }

    private static boolean whole(QueryOutcome outcome) {
        return outcome.whole() && Cells.counts(outcome.row());
    }

    static String why(QueryOutcome outcome) {
        return outcome.failure().or(outcome::partial).orElse("the answer holds no count");
    }
}
