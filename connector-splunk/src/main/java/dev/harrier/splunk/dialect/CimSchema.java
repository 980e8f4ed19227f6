package dev.harrier.splunk.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The Common Information Model's datasets and their fields, inherited ones included, as facts. Read once, then only read. */
final class CimSchema {
    /** Base fields of every event (Search Manual, "default fields"). */
    private static final Set<String> BASE = Set.of("_time", "host", "source", "sourcetype");

    private static final JsonNode SCHEMA = read();
    private static final Set<String> COMMON = StreamSupport.stream(
                    SCHEMA.get("common").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toUnmodifiableSet());

    private CimSchema() {}

    /** Whether {@code Model.Dataset} exists. */
    static boolean hasDataset(String name) {
        return SCHEMA.get("datasets").has(name);
    }

    /** Whether a model of this name exists. */
    static boolean hasModel(String name) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                SCHEMA.get("datasets").fieldNames(), 0),
                        false)
                .anyMatch(d -> d.startsWith(name + "."));
    }

    /** All {@code Model.Dataset}s. */
    static Set<String> datasets() {
        return names(SCHEMA.get("datasets"));
    }

    /** The fields of a dataset that exists. */
    static Set<String> fields(String dataset) {
        return names(SCHEMA.get("datasets").get(dataset));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a dataset has a field, or one that every dataset has. */
    static boolean hasField(String dataset, String field) {
        return SCHEMA.get("datasets").get(dataset).has(field) || COMMON.contains(field) || BASE.contains(field);
    }

    /** Whether fields of a dataset may bear this prefix: its own name or that of an ancestor. */
    static boolean hasPrefix(String dataset, String prefix) {
        for (String at = dataset;
                !at.isEmpty();
                at = SCHEMA.get("parents").path(at).asText()) {
            if (at.endsWith("." + prefix)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode read() {
        try (InputStream in = CimSchema.class.getResourceAsStream("/dev/harrier/splunk/schema/cim.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
