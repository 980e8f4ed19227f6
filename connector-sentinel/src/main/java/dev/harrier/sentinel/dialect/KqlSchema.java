package dev.harrier.sentinel.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The typed tables of Defender advanced hunting and of Log Analytics, as facts: {@code schema/*.json}, see the NOTICE beside them.
 * Functions that are used like tables (the ASIM parsers) count as tables. Read once, when first asked. Immutable and thread-safe.
 */
final class KqlSchema {
    /** Where a query runs. */
    enum Platform {
        DEFENDER,
        SENTINEL
    }

    private final Map<String, Map<String, String>> tables = new HashMap<>();

    private KqlSchema(Platform platform) {
        JsonNode root = root(platform.name().toLowerCase(Locale.ROOT));
        root.path("tables").properties().forEach(t -> add(t.getKey(), t.getValue(), root.path("common")));
        root.path("functions").properties().forEach(f -> {
            JsonNode own = f.getValue().path("columns");
            JsonNode schema =
                    root.path("schemas").path(f.getValue().path("schema").asText());
            if (!f.getValue().has("adds")) {
                add(f.getKey(), own.isMissingNode() ? schema : own, own);
            }
        });
    }

    private static JsonNode root(String name) {
        try (InputStream in = KqlSchema.class.getResourceAsStream("/dev/harrier/sentinel/schema/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Sentinel {
        private static final KqlSchema SCHEMA = new KqlSchema(Platform.SENTINEL);
    }

    private static final class Defender {
        private static final KqlSchema SCHEMA = new KqlSchema(Platform.DEFENDER);
    }

    static KqlSchema of(Platform platform) {
        return platform == Platform.SENTINEL ? Sentinel.SCHEMA : Defender.SCHEMA;
    }

    /** A type such as {@code dynamic|string}, on which the platforms' documents disagree, is unknown. */
    private void add(String table, JsonNode own, JsonNode common) {
        Map<String, String> columns = new LinkedHashMap<>();
        common.properties().forEach(c -> columns.put(c.getKey(), c.getValue().asText()));
        own.properties().forEach(c -> columns.put(c.getKey(), c.getValue().asText()));
        columns.replaceAll((column, type) -> type.indexOf('|') < 0 ? type : "unknown");
        tables.put(table, columns);
    }

    /** A table's columns and their KQL types ({@code unknown} where the platforms disagree); empty for an unknown table. */
    Optional<Map<String, String>> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The names of all tables. */
    Set<String> tables() {
        return Collections.unmodifiableSet(tables.keySet());
    }

    /** A column's type, {@code string} for a dotted one, which is always read as text. */
    String type(String table, String column) {
        return column.indexOf('.') > 0
                ? "string"
                : table(table).map(t -> t.get(column)).orElse("string");
    }

    /** Whether a type holds numbers. */
    static boolean number(String type) {
        return type.equals("int") || type.equals("long") || type.equals("real");
    }
}
