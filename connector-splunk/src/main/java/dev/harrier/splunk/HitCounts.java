package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.util.Optional;

/** Counts by ad hoc jobs, which works for what is disabled or not deployed, and has no row cap. */
final class HitCounts {
    private final Dialect dialect;
    private final Profile profile;
    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final Waiting waiting;
    private final Telemetry telemetry = new Telemetry();

    HitCounts(Dialect dialect, Profile profile, SplunkSettings settings, Splunkd splunkd, Waiting waiting) {
        this.dialect = dialect;
        this.profile = profile;
        this.settings = settings;
        this.splunkd = splunkd;
        this.waiting = waiting;
    }

    HitCount count(Deployment deployment, Window window) {
        try {
            SearchJob.Outcome outcome = run(dialect.counting(deployment.text(), profile), window);
            if (outcome.failure().isPresent()) {
                return new HitCount.Unanswered(outcome.failure().get());
            }
            Hits hits = new CountRow(settings.target(), outcome.row()).hits();
            return outcome.partial()
                    .<HitCount>map(why -> new HitCount.AtLeast(hits, why))
                    .orElseGet(() -> complete(deployment.hunt().logic().kind(), window, hits));
        } catch (ConnectorException e) {
            return answerOrThrow(e);
        }
    }

    /** A coverage search that fails is no coverage of zero: it throws. */
    Coverage coverage(EventKind kind, Window window) {
        return dialect.coverage(kind, profile)
                .map(search -> telemetry.of(kind, window, () -> searched(kind, search, window)))
                .orElseGet(() -> new Coverage(kind, 0, 0, Optional.empty()));
    }

    private Coverage searched(EventKind kind, String search, Window window) {
        SearchJob.Outcome outcome = run(search, window);
        outcome.failure().ifPresent(why -> {
            throw new ConnectorException(
                    Kind.REJECTED_QUERY,
                    settings.target(),
                    "cannot tell what " + kind.words() + " events there are: " + why);
        });
        return new CountRow(settings.target(), outcome.row()).coverage(kind);
    }

    private SearchJob.Outcome run(String search, Window window) {
        return new SearchJob(settings, splunkd, waiting).run(search, window);
    }

    private HitCount complete(EventKind kind, Window window, Hits hits) {
        long searched;
        try {
            searched = coverage(kind, window).events();
        } catch (ConnectorException e) {
            HitCount answer = answerOrThrow(e);
            return hits.events() == 0 ? answer : new HitCount.AtLeast(hits, e.getMessage());
        }
        if (searched == 0 && hits.events() == 0) {
            return new HitCount.Blind("no " + kind.words() + " events are there to be searched");
        }
        return new HitCount.Counted(hits, Math.max(searched, hits.events()));
    }

    /** A search that splunkd rejects, or has no slot for, is an answer about one hunt; anything else concerns the target. */
    private static HitCount answerOrThrow(ConnectorException e) {
        return switch (e.kind()) {
            case REJECTED_QUERY, THROTTLED -> new HitCount.Unanswered(e.getMessage());
            default -> throw e;
        };
    }
}
