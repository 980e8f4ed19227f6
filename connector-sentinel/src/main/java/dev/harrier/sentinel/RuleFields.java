package dev.harrier.sentinel;

import static java.util.Map.entry;

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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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

    /** How a property is written as a field. */
    private enum Form {
        TEXT,
        DURATION,
        /** Numbers, switches, lists and objects. */
        JSON
    }

    /** All that we manage. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            entry("displayName", Form.TEXT),
            entry("description", Form.TEXT),
            entry("severity", Form.TEXT),
            entry("query", Form.TEXT),
            entry("queryFrequency", Form.DURATION),
            entry("queryPeriod", Form.DURATION),
            entry("triggerOperator", Form.TEXT),
            entry("triggerThreshold", Form.JSON),
            entry("suppressionEnabled", Form.JSON),
            entry("suppressionDuration", Form.DURATION),
            entry("tactics", Form.JSON),
            entry("techniques", Form.JSON),
            entry("entityMappings", Form.JSON),
            entry("customDetails", Form.JSON),
            entry("alertDetailsOverride", Form.JSON),
            entry("eventGroupingSettings", Form.JSON),
            entry("incidentConfiguration", Form.JSON));

    /** The one duration inside an object. */
    private static final String LOOKBACK = "lookbackDuration";

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
        Set<String> keys = new HashSet<>(FORMS.keySet());
        if (version > 1) {
            SETTINGS.forEach(keys::remove);
        }
        return of(properties, keys);
    }

    private static SortedMap<String, String> of(JsonNode properties, Collection<String> keys) {
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
        fields.forEach(
                (key, text) -> properties.set(key, FORMS.get(key) == Form.JSON ? parsed(text) : NODES.textNode(text)));
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
            return FORMS.get(key) == Form.DURATION || key.equals(LOOKBACK)
                    ? Duration.parse(text).toString()
                    : text;
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
