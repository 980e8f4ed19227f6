package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.Resource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A scheduled analytics rule. Its id is its hunt's, its description bears the marker. */
final class RuleShape implements Shape {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RuleCheck check;

    RuleShape(RuleCheck check) {
        this.check = check;
    }

    @Override
    public Resource collection(Arm arm) {
        return arm.sentinel("alertRules");
    }

    @Override
    public boolean names(String name) {
        return NAME.matcher(name).matches();
    }

    /** A marker counts only on the rule whose id it names: one copied in the portal is somebody else's. */
    @Override
    public RemoteObject read(JsonNode rule) {
        String name = rule.path("name").asText();
        JsonNode properties = rule.path("properties");
        SortedMap<String, String> fields = RuleFields.of(properties);
        boolean enabled = properties.path("enabled").asBoolean();
        Optional<Marker> marker = Marker.in(properties.path("description").asText(""))
                .filter(found -> found.hunt().toString().equals(name));
        int version = marker.map(Marker::version).orElse(RuleFields.VERSION);
        SortedMap<String, String> signed =
                version == RuleFields.VERSION ? fields : RuleFields.signed(properties, version);
        return new RemoteObject(
                name,
                marker.map(found -> AutoDisabled.seen(found, signed, enabled)),
                fields,
                enabled,
                RuleFields.settings(properties),
                signed);
    }

    @Override
    public ObjectNode body(WantedObject wanted, Marker marker) {
        SortedMap<String, String> all = new TreeMap<>(wanted.fields());
        all.putAll(wanted.settings());
        ObjectNode properties = RuleFields.properties(all);
        properties.put(
                "description", RuleBody.marked(properties.path("description").asText(), marker));
        return body(properties.put("enabled", wanted.enabled()));
    }

    @Override
    public ObjectNode switched(JsonNode rule, boolean on, Marker marker) {
        ObjectNode properties = writable(rule.path("properties"));
        String description = RuleFields.withoutMarker(
                        properties.path("description").asText())
                .strip();
        properties.put("description", RuleBody.marked(description, marker));
        return body(properties.put("enabled", on));
    }

    @Override
    public List<String> problems(ObjectNode body) {
        return check.problems(body.path("properties"));
    }

    private static ObjectNode body(ObjectNode properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "Scheduled").set("properties", properties);
        return body;
    }

    /** What was read, as it may be sent: without the nulls that the service answers with but doesn't take, and its own stamp. */
    private static ObjectNode writable(JsonNode properties) {
        ObjectNode copy = properties.deepCopy();
        copy.properties().removeIf(property -> property.getValue().isNull());
        copy.remove("lastModifiedUtc");
        return copy;
    }
}
