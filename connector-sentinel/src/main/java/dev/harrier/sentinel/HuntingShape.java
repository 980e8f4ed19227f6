package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.attack.Technique;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.HuntId;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hunting query: a saved search of the category that Sentinel shows under Hunting, described by tags. It has no schedule, raises no
 * alert, takes none of the rules' budget, and is not refused for a missing table. It has no switch either: one that is switched off
 * goes into a category that Hunting doesn't show.
 */
final class HuntingShape implements Shape {
    static final String CATEGORY = "Hunting Queries";
    static final String RETIRED = "Hunting Queries (retired by Harrier)";
    static final String API_VERSION = "2020-08-01";
    private static final String PREFIX = "hunting-";
    private static final String MARKER = "harrier";
    /** The service's limit is about 256; Microsoft's own converter cuts here. */
    private static final int LONGEST_TAG = 240;

    private static final List<String> TAGS = List.of("description", "tactics", "techniques", "state");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static String name(HuntId hunt) {
        return PREFIX + hunt;
    }

    /** How a hunt is wanted as a hunting query. Its state is kept as a tag: nothing else would tell it. */
    static WantedObject wanted(Deployment deployment, RuleBody body) {
        List<Technique> techniques = body.techniques(deployment.hunt());
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("displayName", deployment.hunt().title());
        fields.put("query", deployment.text().strip());
        fields.put("description", cut(RuleBody.unmarked(deployment.hunt().description())));
        fields.put("tactics", String.join(",", RuleBody.tactics(techniques)));
        fields.put("techniques", commas(RuleBody.parents(techniques)));
        fields.put("state", deployment.state().name().toLowerCase(Locale.ROOT));
        fields.values().removeIf(String::isEmpty);
        HuntId hunt = deployment.hunt().id();
        return new WantedObject(hunt, name(hunt), fields, true);
    }

    @Override
    public Resource collection(Arm arm) {
        return new Resource("savedSearches", API_VERSION);
    }

    @Override
    public boolean names(String name) {
        return name.startsWith(PREFIX);
    }

    /** Keys may come back capitalised. */
    @Override
    public RemoteObject read(JsonNode search) {
        String name = any(search, "name").asText();
        name = name.substring(name.lastIndexOf('/') + 1);
        JsonNode properties = any(search, "properties");
        Map<String, String> tags = new TreeMap<>();
        any(properties, "tags")
                .forEach(tag ->
                        tags.put(any(tag, "name").asText(), any(tag, "value").asText()));
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("displayName", any(properties, "displayName").asText().strip());
        fields.put(
                "query", any(properties, "query").asText().replace("\r\n", "\n").strip());
        TAGS.forEach(tag -> fields.put(tag, tags.getOrDefault(tag, "").strip()));
        fields.values().removeIf(String::isEmpty);
        String own = name;
        Optional<Marker> marker =
                Marker.in(tags.getOrDefault(MARKER, "")).filter(found -> own.equals(name(found.hunt())));
        return new RemoteObject(
                name, marker, fields, any(properties, "category").asText().equals(CATEGORY));
    }

    @Override
    public ObjectNode body(WantedObject wanted, Marker marker) {
        ObjectNode properties = properties(wanted);
        properties.withArray("tags").addObject().put("name", MARKER).put("value", marker.text());
        return NODES.objectNode().set("properties", properties);
    }

    /** The properties without our marker. */
    static ObjectNode properties(WantedObject wanted) {
        ObjectNode properties = NODES.objectNode();
        properties.put("category", wanted.enabled() ? CATEGORY : RETIRED);
        properties.put("displayName", wanted.fields().getOrDefault("displayName", ""));
        properties.put("query", wanted.fields().getOrDefault("query", ""));
        properties.put("version", 2);
        ArrayNode tags = properties.putArray("tags");
        for (String tag : TAGS) {
            if (wanted.fields().containsKey(tag)) {
                tags.addObject().put("name", tag).put("value", wanted.fields().get(tag));
            }
        }
        return properties;
    }

    @Override
    public ObjectNode switched(JsonNode search, boolean on, Marker marker) {
        RemoteObject there = read(search);
        return body(new WantedObject(marker.hunt(), there.name(), there.fields(), on), marker);
    }

    @Override
    public List<String> problems(ObjectNode body) {
        List<String> problems = new ArrayList<>();
        JsonNode properties = body.path("properties");
        for (String key : List.of("displayName", "query")) {
            if (properties.path(key).asText().isBlank()) {
                problems.add(key + ": is missing");
            }
        }
        RuleCheck.spaces(properties.path("query").asText()).ifPresent(problems::add);
        return problems;
    }

    private static JsonNode any(JsonNode object, String key) {
        String capital = Character.toUpperCase(key.charAt(0)) + key.substring(1);
        return object.has(key) ? object.path(key) : object.path(capital);
    }

    /** As many whole words as fit. */
    private static String commas(Collection<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (text.length() + word.length() < LONGEST_TAG) {
                text.append(text.length() == 0 ? "" : ",").append(word);
            }
        }
        return text.toString();
    }

    private static String cut(String text) {
        String line = text.strip();
        if (line.length() <= LONGEST_TAG) {
            return line;
        }
        boolean inPair = Character.isHighSurrogate(line.charAt(LONGEST_TAG - 2));
        return line.substring(0, LONGEST_TAG - (inPair ? 2 : 1)).strip() + "…";
    }
}
