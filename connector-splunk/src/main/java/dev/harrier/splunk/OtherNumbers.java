package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Splunk itself wrote down about our saved searches, one search for all hunts: the scheduler's log, and Enterprise Security's
 * notables. Facts from the scheduler's log line ({@code status}, {@code reason}, {@code result_count}) and from the macro
 * {@code notable}, which adds what analysts decided.
 */
final class OtherNumbers {
    private final SplunkSettings settings;
    private final Searches searches;

    OtherNumbers(SplunkSettings settings, Searches searches) {
        this.settings = settings;
        this.searches = searches;
    }

    /** The scheduler's log; an account that may not read {@code _internal} sees nothing there, and no error. */
    Map<HuntId, ScheduledRuns> scheduledRuns(List<Hunt> hunts, Window window) {
        String search = "search index=_internal sourcetype=scheduler app=\"" + settings.app() + "\" savedsearch_name=\""
                + SavedSearchName.PREFIX + "*\""
                + "\n| eval why=if(status==\"skipped\", coalesce(reason, \"no reason given\"), \"\")"
                + "\n| stats count as n sum(result_count) as results max(_time) as last by savedsearch_name status why";
        Map<HuntId, ScheduledRuns> runs = new HashMap<>();
        for (JsonNode row : rows("the scheduler's log", search, window)) {
            hunt(hunts, row.path("savedsearch_name").asText())
                    .ifPresent(hunt -> runs.merge(hunt, runs(row), OtherNumbers::together));
        }
        return runs;
    }

    /** Enterprise Security's notables, and what analysts made of them. */
    Map<HuntId, RaisedAlerts> raisedAlerts(List<Hunt> hunts, Window window) {
        String search = "search `notable`\n| search search_name=\"" + SavedSearchName.PREFIX + "*\""
                + "\n| eval disposition=lower(coalesce(disposition_label, \"undetermined\"))"
                + "\n| stats count as n by search_name disposition";
        Map<HuntId, RaisedAlerts> alerts = new HashMap<>();
        for (JsonNode row : rows("the notables", search, window)) {
            hunt(hunts, row.path("search_name").asText())
                    .ifPresent(hunt -> alerts.merge(hunt, alerts(row), OtherNumbers::together));
        }
        return alerts;
    }

    private List<JsonNode> rows(String what, String search, Window window) {
        SearchJob.Outcome outcome = searches.run(search, window);
        outcome.failure().or(outcome::partial).ifPresent(why -> {
            throw new ConnectorException(Kind.REJECTED_QUERY, settings.target(), "cannot read " + what + ": " + why);
        });
        return outcome.rows();
    }

    private static Optional<HuntId> hunt(List<Hunt> hunts, String name) {
        return hunts.stream()
                .map(Hunt::id)
                .filter(id -> SavedSearchName.belongsTo(name, id))
                .findFirst();
    }

    /** A status is success, completed, skipped, or one that a later line settles (deferred, continued, delegated). */
    private ScheduledRuns runs(JsonNode row) {
        long count = number(row, "n");
        SortedMap<String, Long> skipped = new TreeMap<>();
        return switch (row.path("status").asText()) {
            case "skipped" -> {
                skipped.put(row.path("why").asText("no reason given"), count);
                yield new ScheduledRuns(0, 0, skipped, Optional.empty());
            }
            case "success", "completed" ->
                new ScheduledRuns(
                        count,
                        row.has("results") ? number(row, "results") : 0,
                        skipped,
                        Optional.of(Instant.ofEpochSecond(number(row, "last"))));
            default -> new ScheduledRuns(0, 0, skipped, Optional.empty());
        };
    }

    private RaisedAlerts alerts(JsonNode row) {
        return new RaisedAlerts(
                new TreeMap<>(Map.of(row.path("disposition").asText("undetermined"), number(row, "n"))));
    }

    private long number(JsonNode row, String column) {
        return new CountRow(settings.target(), row).number(column);
    }

    private static ScheduledRuns together(ScheduledRuns some, ScheduledRuns more) {
        SortedMap<String, Long> skipped = new TreeMap<>(some.skipped());
        more.skipped().forEach((why, count) -> skipped.merge(why, count, Long::sum));
        Optional<Instant> last = some.last().isEmpty()
                        || more.last().filter(some.last().get()::isBefore).isPresent()
                ? more.last()
                : some.last();
        return new ScheduledRuns(some.runs() + more.runs(), some.results() + more.results(), skipped, last);
    }

    private static RaisedAlerts together(RaisedAlerts some, RaisedAlerts more) {
        SortedMap<String, Long> all = new TreeMap<>(some.byDisposition());
        more.byDisposition().forEach((word, count) -> all.merge(word, count, Long::sum));
        return new RaisedAlerts(all);
    }
}
