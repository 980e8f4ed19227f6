package dev.harrier.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.history.AppliedChange.Step;
import dev.harrier.hunt.HuntId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes as JSON, version 1. */
final class AppliedChangeJson {
    private static final int VERSION = 1;

    private AppliedChangeJson() {}

    static ObjectNode of(AppliedChange change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        json.put("run", change.run());
        json.put("at", change.at().toString());
        json.put("target", change.target());
        json.put("deployment", change.deployment());
        json.put("hunt", change.hunt().toString());
        json.put("name", change.name());
        json.put("step", change.step().name().toLowerCase(Locale.ROOT));
        change.before().ifPresent(state -> json.set("before", state(state)));
        change.after().ifPresent(state -> json.set("after", state(state)));
        return json;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no change of this version
     */
    static AppliedChange read(JsonNode json) {
        if (json.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("not a change of version " + VERSION);
        }
        try {
            return new AppliedChange(
                    json.path("run").asText(),
                    Instant.parse(json.path("at").asText()),
                    json.path("target").asText(),
                    json.path("deployment").asText(),
                    HuntId.parse(json.path("hunt").asText()),
                    json.path("name").asText(),
                    Step.valueOf(json.path("step").asText().toUpperCase(Locale.ROOT)),
                    state(json.path("before")),
                    state(json.path("after")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a change: " + e.getMessage(), e);
        }
    }

    private static ObjectNode state(ObjectState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("fields", texts(state.fields()));
        json.put("enabled", state.enabled());
        json.set("settings", texts(state.settings()));
        json.put("version", state.version());
        return json;
    }

    private static Optional<ObjectState> state(JsonNode json) {
        return json.isObject()
                ? Optional.of(new ObjectState(
                        texts(json.path("fields")),
                        json.path("enabled").asBoolean(),
                        texts(json.path("settings")),
                        json.path("version").asInt(1)))
                : Optional.empty();
    }

    private static ObjectNode texts(SortedMap<String, String> map) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        map.forEach(json::put);
        return json;
    }

    private static SortedMap<String, String> texts(JsonNode json) {
        SortedMap<String, String> map = new TreeMap<>();
        json.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
