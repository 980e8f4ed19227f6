package dev.harrier.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What splunkd says of its data models. Thread-safe. */
final class DataModels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Splunkd splunkd;

    DataModels(Splunkd splunkd) {
        this.splunkd = splunkd;
    }

    /**
     * Whether a model is accelerated.
     *
     * @param enabled whether summaries are built
     * @param reach how far back, as a relative time ({@code -1mon}); empty for all time
     */
    record Acceleration(boolean enabled, String reach) {}

    /**
     * Models by name.
     *
     * @throws ConnectorException if they may not be seen
     */
    Map<String, Acceleration> accelerations() {
        Map<String, Acceleration> models = new TreeMap<>();
        JsonNode answer = splunkd.get("datamodel/model", Map.of("count", "0", "concise", "1"), List.of("acceleration"));
        for (JsonNode entry : answer.path("entry")) {
            models.put(
                    entry.path("name").asText(),
                    acceleration(entry.path("content").path("acceleration")));
        }
        return models;
    }

    /** JSON inside a JSON text. */
    private static Acceleration acceleration(JsonNode acceleration) {
        try {
            JsonNode read = acceleration.isTextual() ? JSON.readTree(acceleration.asText()) : acceleration;
            return new Acceleration(
                    Flag.isOn(read.path("enabled")), read.path("earliest_time").asText(""));
        } catch (JsonProcessingException e) {
            return new Acceleration(false, "");
        }
    }

    /** How much of each model's summaries is built, from 0 to 1; nothing where the role may not see it. */
    Map<String, Double> complete(Collection<String> models) {
        Map<String, Double> complete = new HashMap<>();
        try {
            JsonNode answer = splunkd.get("/services/admin/summarization", Map.of("by_tstats", "t", "count", "0"));
            for (JsonNode entry : answer.path("entry")) {
                String name = entry.path("name").asText();
                models.stream()
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
}
