package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import java.time.Instant;
import java.util.Optional;

/** Counts by ad hoc jobs, which works for what is disabled or not deployed, and has no row cap. */
final class HitCounts {
    private final Dialect dialect;
    private final Profile profile;
    private final SplunkSettings settings;
    private final Splunkd splunkd;

    HitCounts(Dialect dialect, Profile profile, SplunkSettings settings, Splunkd splunkd) {
        this.dialect = dialect;
        this.profile = profile;
        this.settings = settings;
        this.splunkd = splunkd;
    }

    HitCount count(Deployment deployment, Window window) {
        try {
            String counting = dialect.counting(deployment.text(), profile);
            SearchJob.Outcome outcome = new SearchJob(settings, splunkd).run(counting, window);
            if (outcome.failure().isPresent()) {
                return new HitCount.Unanswered(outcome.failure().get());
            }
            Hits hits = hits(outcome.row());
            if (outcome.partial().isPresent()) {
                return new HitCount.AtLeast(hits, outcome.partial().get());
            }
            return complete(deployment, window, hits);
        } catch (ConnectorException e) {
            return answerOrThrow(e);
        }
    }

    Coverage coverage(EventKind kind, Window window) {
        Optional<String> search = dialect.coverage(kind, profile);
        if (search.isEmpty()) {
            return new Coverage(kind, 0, 0, Optional.empty());
        }
        SearchJob.Outcome outcome = new SearchJob(settings, splunkd).run(search.get(), window);
        if (outcome.failure().isPresent()) {
            return new Coverage(kind, 0, 0, Optional.empty());
        }
        JsonNode row = outcome.row();
        return new Coverage(kind, row.path("hits").asLong(), row.path("hosts").asLong(), instant(row, "lastSeen"));
    }

    private HitCount complete(Deployment deployment, Window window, Hits hits) {
        EventKind kind = deployment.hunt().logic().kind();
        long searched = coverage(kind, window).events();
        if (searched == 0 && hits.events() == 0) {
            return new HitCount.Blind("no " + kind.words() + " events are there to be searched");
        }
        return new HitCount.Counted(hits, Math.max(searched, hits.events()));
    }

    /** A search that splunkd rejects, or has no slot for, is an answer about one hunt; anything else concerns the target. */
    private static HitCount answerOrThrow(ConnectorException e) {
        return switch (e.kind()) {
            case REJECTED_QUERY, THROTTLED, NOT_FOUND -> new HitCount.Unanswered(e.getMessage());
            default -> throw e;
        };
    }

    private static Hits hits(JsonNode row) {
        return new Hits(
                row.path("hits").asLong(),
                row.path("hosts").asLong(),
                row.path("users").asLong(),
                row.path("days").asLong(),
                instant(row, "firstSeen"),
                instant(row, "lastSeen"));
    }

    private static Optional<Instant> instant(JsonNode row, String column) {
        String text = row.path(column).asText("");
        return text.matches("\\d+(\\.\\d+)?")
                ? Optional.of(Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }
}
