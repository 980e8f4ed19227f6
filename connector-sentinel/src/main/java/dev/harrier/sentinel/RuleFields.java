package dev.harrier.sentinel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrier.deploy.Marker;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule's managed properties in their one normal form, for what we want and for what is there alike: sorted keys, durations in ISO's
 * shortest spelling, lists of words sorted, nulls and empty lists dropped.
 */
final class RuleFields {
    static final List<String> KEYS = List.of(
            "displayName",
            "description",
            "severity",
            "query",
            "queryFrequency",
            "queryPeriod",
            "triggerOperator",
            "triggerThreshold",
            "suppressionEnabled",
            "suppressionDuration",
            "tactics",
            "techniques",
            "entityMappings",
            "eventGroupingSettings",
            "incidentConfiguration");

    /** The service writes this before the name of a rule that it switched off itself. */
    static final String AUTO_DISABLED = "AUTO DISABLED";

    private static final Set<String> DURATIONS =
            Set.of("queryFrequency", "queryPeriod", "suppressionDuration", "lookbackDuration");
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private RuleFields() {}

    static SortedMap<String, String> of(JsonNode properties) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String key : KEYS) {
            JsonNode value = properties.path(key);
            if (!RuleBody.saysNothing(value)) {
                fields.put(key, normal(key, value));
            }
        }
        return fields;
    }

    private static String normal(String key, JsonNode value) {
        if (key.equals("description")) {
            return withoutMarker(value.asText());
        }
        if (key.equals("displayName")) {
            return value.asText().replaceFirst("^" + AUTO_DISABLED + "\\s*", "");
        }
        return value.isValueNode() ? word(key, value) : canonical(value);
    }

    private static String word(String key, JsonNode value) {
        String text = value.asText().replace("\r\n", "\n").strip();
        try {
            return DURATIONS.contains(key) ? Duration.parse(text).toString() : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static String withoutMarker(String description) {
        String plain = Marker.in(description)
                .map(marker -> description.replace(marker.text(), ""))
                .orElse(description);
        return plain.replace("\r\n", "\n").strip();
    }

    private static String canonical(JsonNode value) {
        try {
            return SORTED.writeValueAsString(plain(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is always JSON", e);
        }
    }

    private static Object plain(JsonNode value) {
        if (value.isObject()) {
            SortedMap<String, Object> map = new TreeMap<>();
            value.properties().forEach(entry -> {
                if (!RuleBody.saysNothing(entry.getValue())) {
                    JsonNode part = entry.getValue();
                    map.put(entry.getKey(), part.isValueNode() ? word(entry.getKey(), part) : plain(part));
                }
            });
            return map;
        }
        List<Object> list = new ArrayList<>();
        value.forEach(part -> list.add(part.isValueNode() ? part.asText() : plain(part)));
        boolean words = list.stream().allMatch(String.class::isInstance);
        return words ? list.stream().sorted().toList() : list;
    }
}
