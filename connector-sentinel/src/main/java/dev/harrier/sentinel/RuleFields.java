package dev.harrier.sentinel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.harrier.deploy.Marker;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule's managed properties in their one normal form, for what we want and for what is there alike: sorted keys, durations in ISO's
 * shortest spelling, lists of words sorted, nulls and what is empty dropped. It loses nothing that the service keeps, so properties
 * can be made of it again.
 */
final class RuleFields {
    /** The list that fingerprints are over now: a schedule is its users' to change since the second. */
    static final int VERSION = 2;

    /** How a rule is run: written once, then its users' to change. */
    static final List<String> SETTINGS = List.of("queryFrequency", "queryPeriod");

    private static final List<String> ALL = List.of(
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
            "customDetails",
            "alertDetailsOverride",
            "eventGroupingSettings",
            "incidentConfiguration");

    private static final Set<String> TEXTS = Set.of(
            "displayName",
            "description",
            "severity",
            "query",
            "queryFrequency",
            "queryPeriod",
            "triggerOperator",
            "suppressionDuration");
    private static final Set<String> DURATIONS =
            Set.of("queryFrequency", "queryPeriod", "suppressionDuration", "lookbackDuration");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RuleFields() {}

    /** The fields of a rule's properties; the marker is no part of them. */
    static SortedMap<String, String> of(JsonNode properties) {
        return signed(properties, VERSION);
    }

    /** What users may change. */
    static SortedMap<String, String> settings(JsonNode properties) {
        return of(properties, SETTINGS);
    }

    /** The fields that a version's fingerprints are over. */
    static SortedMap<String, String> signed(JsonNode properties, int version) {
        return of(
                properties,
                version == 1
                        ? ALL
                        : ALL.stream().filter(key -> !SETTINGS.contains(key)).toList());
    }

    private static SortedMap<String, String> of(JsonNode properties, List<String> keys) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String key : keys) {
            JsonNode value = normal(key, properties.path(key));
            if (!saysNothing(value)) {
                fields.put(key, value.isTextual() ? value.asText() : value.toString());
            }
        }
        return fields;
    }

    /** The properties that these are the fields of. */
    static ObjectNode properties(Map<String, String> fields) {
        ObjectNode properties = NODES.objectNode();
        fields.forEach((key, text) -> properties.set(key, TEXTS.contains(key) ? NODES.textNode(text) : parsed(text)));
        return properties;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no field of a rule: " + text, e);
        }
    }

    private static JsonNode normal(String key, JsonNode value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            return array(value);
        }
        return value.isTextual() ? NODES.textNode(text(key, value.asText())) : value;
    }

    private static ObjectNode object(JsonNode value) {
        SortedMap<String, JsonNode> parts = new TreeMap<>();
        value.properties().forEach(part -> parts.put(part.getKey(), normal(part.getKey(), part.getValue())));
        parts.values().removeIf(RuleFields::saysNothing);
        ObjectNode object = NODES.objectNode();
        object.setAll(parts);
        return object;
    }

    /** A list of words is a set to the service; the order of entity mappings is kept. */
    private static ArrayNode array(JsonNode value) {
        List<JsonNode> parts = new ArrayList<>();
        value.forEach(part -> parts.add(normal("", part)));
        if (parts.stream().allMatch(TextNode.class::isInstance)) {
            parts.sort(Comparator.comparing(JsonNode::asText));
        }
        return NODES.arrayNode().addAll(parts);
    }

    private static String text(String key, String value) {
        String text = (key.equals("description") ? withoutMarker(value) : value)
                .replace("\r\n", "\n")
                .strip();
        try {
            return DURATIONS.contains(key) ? Duration.parse(text).toString() : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    static String withoutMarker(String description) {
        return Marker.in(description)
                .map(marker -> description.replace(marker.text(), ""))
                .orElse(description);
    }

    /** Absent, null or empty, all of which the service may make of each other. */
    private static boolean saysNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isContainerNode() && node.isEmpty())
                || (node.isTextual() && node.asText().isEmpty());
    }
}
