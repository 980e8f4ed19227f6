package dev.harrier.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.Check;
import dev.harrier.connector.ConnectorException;
import dev.harrier.dialect.TableMapping;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The data models that our hunts ask: whether they are there, accelerated, and their summaries whole, by what splunkd says and by
 * comparing a search of the summaries with one of everything over a sample, the hour that ended ten minutes ago.
 */
final class DataModelChecks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double WHOLE = 0.99;
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final String NEED = "install the CIM add-on (Splunk_SA_CIM) and share its models with app ";

    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final Searches searches;
    private final SortedSet<String> datasets;
    private final Clock clock;

    /** @param tables how events appear; those that are datasets ({@code Endpoint.Processes}) are looked at */
    DataModelChecks(
            SplunkSettings settings, Splunkd splunkd, Searches searches, List<TableMapping> tables, Clock clock) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.searches = searches;
        this.datasets = tables.stream()
                .map(TableMapping::table)
                .filter(table -> table.matches("\\w+\\.\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
        this.clock = clock;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        Map<String, Boolean> accelerated;
        try {
            accelerated = accelerated();
        } catch (ConnectorException e) {
            return List.of(
                    Check.unknown("data-models", e.getMessage(), "give the role read access to the data models"));
        }
        Map<String, Double> complete = complete();
        new TreeSet<>(datasets.stream().map(DataModelChecks::model).toList())
                .forEach(model -> checks.add(model(model, accelerated, Optional.ofNullable(complete.get(model)))));
        datasets.stream()
                .filter(dataset -> accelerated.containsKey(model(dataset)))
                .forEach(dataset -> checks.add(sample(dataset, accelerated.get(model(dataset)))));
        return checks;
    }

    private static String model(String dataset) {
        return dataset.substring(0, dataset.indexOf('.'));
    }

    private Check model(String model, Map<String, Boolean> accelerated, Optional<Double> complete) {
        String name = "model " + model;
        if (!accelerated.containsKey(model)) {
            return Check.warning(name, "not there: hunts that ask it can't run", NEED + settings.app());
        }
        if (!accelerated.get(model)) {
            return Check.warning(
                    name, "not accelerated: hunts scan raw events", "accelerate it (Settings → Data models)");
        }
        return complete.filter(part -> part < WHOLE).isPresent()
                ? Check.warning(
                        name,
                        "summaries " + Math.round(100 * complete.get()) + " % built",
                        "wait for the rest; until then hunts scan raw events for it")
                : Check.ok(name, "accelerated");
    }

    /** Models by name. */
    private Map<String, Boolean> accelerated() {
        Map<String, Boolean> models = new TreeMap<>();
        JsonNode answer = splunkd.get("datamodel/model", Map.of("count", "0", "concise", "1"), List.of("acceleration"));
        for (JsonNode entry : answer.path("entry")) {
            models.put(
                    entry.path("name").asText(), isEnabled(entry.path("content").path("acceleration")));
        }
        return models;
    }

    /** JSON inside a JSON text. */
    private static boolean isEnabled(JsonNode acceleration) {
        try {
            JsonNode read = acceleration.isTextual() ? JSON.readTree(acceleration.asText()) : acceleration;
            return Flag.isOn(read.path("enabled"));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** How much of each model's summaries is built; nothing where the role may not see it. */
    private Map<String, Double> complete() {
        Map<String, Double> complete = new HashMap<>();
        try {
            JsonNode answer = splunkd.get("/services/admin/summarization", Map.of("by_tstats", "t", "count", "0"));
            for (JsonNode entry : answer.path("entry")) {
                String name = entry.path("name").asText();
                datasets.stream()
                        .map(DataModelChecks::model)
                        .filter(model -> name.startsWith("tstats:DM_") && name.endsWith("_" + model))
                        .forEach(model -> complete.put(
                                model,
                                entry.path("content").path("summary.complete").asDouble(1)));
            }
        } catch (ConnectorException e) {
            return Map.of();
        }
        return complete;
    }

    /** A dataset's name is of our own mapping, not of an article. */
    private Check sample(String dataset, boolean accelerated) {
        String count = " allow_old_summaries=true count as ";
        String search = "| tstats summariesonly=true" + count + "summarised from datamodel=" + dataset
                + "\n| appendcols [| tstats summariesonly=false" + count + "hits from datamodel=" + dataset + "]";
        String name = "events " + dataset;
        try {
            SearchJob.Outcome outcome = searches.count(search, lastHour());
            if (outcome.failure().isPresent()) {
                return Check.unknown(name, outcome.failure().get(), "see the message");
            }
            CountRow row = new CountRow(settings.target(), outcome.rows().get(0));
            return compared(name, row.number("summarised"), row.number("hits"), accelerated);
        } catch (ConnectorException e) {
            return Check.unknown(name, e.getMessage(), "see the message");
        }
    }

    private static Check compared(String name, long summarised, long all, boolean accelerated) {
        if (all == 0) {
            return Check.warning(
                    name,
                    "none in the last hour: hunts that ask it are blind",
                    "check the add-on's tags and event types, and the indexes that the role may search");
        }
        return accelerated && summarised < all
                ? Check.warning(
                        name,
                        summarised + " of " + all + " events of the last hour are summarised",
                        "searches with summariesonly=true miss the others; Harrier's own do not")
                : Check.ok(name, all + " in the last hour");
    }

    private Window lastHour() {
        Instant end = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(LATE);
        return new Window(end.minus(Duration.ofHours(1)), end);
    }
}
