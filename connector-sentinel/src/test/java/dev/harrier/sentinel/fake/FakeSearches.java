package dev.harrier.sentinel.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The workspace's saved searches. Thread-safe. */
public final class FakeSearches {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The parts of SavedSearches.json (2020-08-01) that a PUT needs. */
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema("""
                    {"type":"object","required":["properties"],"additionalProperties":false,"properties":{
                      "etag":{"type":"string"},
                      "properties":{"type":"object","required":["category","displayName","query"],
                        "additionalProperties":false,"properties":{
                          "category":{"type":"string","minLength":1},"displayName":{"type":"string","minLength":1},
                          "query":{"type":"string","minLength":1},"version":{"type":"integer"},
                          "functionAlias":{"type":"string"},"functionParameters":{"type":"string"},
                          "tags":{"type":"array","items":{"type":"object","required":["name","value"],
                            "additionalProperties":false,"properties":{
                              "name":{"type":"string"},"value":{"type":"string","minLength":1,"maxLength":256}}}}}}}}
                    """);

    private final Map<String, ObjectNode> searches = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private int edition;
    private long writes;

    /** What is wrong with a PUT's body; empty if nothing. */
    public static List<String> wrong(JsonNode body) {
        return SCHEMA.validate(body).stream()
                .map(message -> message.getMessage())
                .toList();
    }

    /** How many writes succeeded. */
    public synchronized long writes() {
        return writes;
    }

    /** What was wrong with bodies that were sent. */
    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** The ids of the searches that are there. */
    public synchronized List<String> names() {
        return List.copyOf(searches.keySet());
    }

    /** A search's properties, a copy. */
    public synchronized ObjectNode properties(String name) {
        return searches.get(name).path("properties").deepCopy();
    }

    /** Puts or changes one, as somebody did in the portal. */
    public synchronized void edit(String name, Consumer<ObjectNode> edit) {
        ObjectNode properties = searches.containsKey(name) ? properties(name) : Answers.object();
        edit.accept(properties);
        store(name, properties);
    }

    synchronized ResponseDefinitionBuilder list() {
        ObjectNode page = Answers.object();
        ArrayNode value = page.putArray("value");
        searches.values().forEach(value::add);
        return Answers.json(200, page);
    }

    synchronized ResponseDefinitionBuilder get(String name) {
        return searches.containsKey(name)
                ? Answers.json(200, searches.get(name))
                : Answers.error(404, "ResourceNotFound", "Saved search " + name + " was not found");
    }

    synchronized ResponseDefinitionBuilder put(String name, String text) {
        JsonNode body = parsed(text);
        List<String> wrong = wrong(body);
        problems.addAll(wrong);
        if (!wrong.isEmpty()) {
            return Answers.error(400, "BadRequest", "Invalid. " + wrong);
        }
        ObjectNode there = searches.get(name);
        String etag = body.path("etag").asText();
        if (there != null
                && !etag.equals("*")
                && !etag.equals(there.path("etag").asText())) {
            return Answers.error(409, "Conflict", "The saved search exists; etag does not match.");
        }
        writes++;
        store(name, body.path("properties").deepCopy());
        return Answers.json(200, searches.get(name));
    }

    synchronized ResponseDefinitionBuilder delete(String name) {
        searches.remove(name);
        return Answers.json(200, Answers.object());
    }

    private void store(String name, ObjectNode properties) {
        ObjectNode search = Answers.object();
        search.put("id", "/subscriptions/…/savedSearches/" + name).put("name", name);
        search.put("type", "Microsoft.OperationalInsights/savedSearches");
        search.put("etag", "W/\"" + ++edition + "\"");
        search.set("properties", properties);
        searches.put(name, search);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
