package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.sentinel.azure.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The workspace's scheduled analytics rules. A rule's id is its hunt's, its description bears the marker, its etag guards it. */
final class AlertRules {
    private static final String PATH = "alertRules";

    private final SentinelSettings settings;
    private final Arm arm;

    AlertRules(SentinelSettings settings, Arm arm) {
        this.settings = settings;
        this.arm = arm;
    }

    List<RemoteObject> list() {
        return arm.list(PATH).stream().map(AlertRules::read).toList();
    }

    /** The enabled rules without a marker; those of a kind without a query tell at least their name and techniques. */
    List<ExistingRule> existing() {
        return arm.list(PATH).stream()
                .map(rule -> rule.path("properties"))
                .filter(AlertRules::isForeign)
                .map(AlertRules::existing)
                .toList();
    }

    private static boolean isForeign(JsonNode properties) {
        return properties.path("enabled").asBoolean()
                && Marker.in(properties.path("description").asText("")).isEmpty();
    }

    private static ExistingRule existing(JsonNode properties) {
        List<String> techniques = new ArrayList<>();
        properties.path("techniques").forEach(id -> techniques.add(id.asText()));
        properties.path("subTechniques").forEach(id -> techniques.add(id.asText()));
        return new ExistingRule(
                properties.path("displayName").asText(),
                techniques,
                properties.path("query").asText());
    }

    void apply(Change change) {
        if (change instanceof Change.Create create) {
            create(create.wanted());
        } else if (change instanceof Change.Update update) {
            update(update.wanted(), update.remote());
        } else if (change instanceof Change.Enable enable) {
            switchTo(enable.remote(), true);
        } else if (change instanceof Change.Disable disable) {
            switchTo(disable.remote(), false);
        }
    }

    private void create(WantedObject wanted) {
        Optional<JsonNode> now = get(wanted.name());
        if (now.isEmpty()) {
            put(wanted.name(), wantedBody(wanted, Optional.empty()), rule -> isAsWanted(rule, wanted));
        } else if (!isAsWanted(read(now.get()), wanted)) {
            throw conflict(wanted.name() + " is there already, and not as we would have left it; plan again");
        }
    }

    private void update(WantedObject wanted, RemoteObject seen) {
        JsonNode now = present(seen);
        if (!isAsWanted(read(now), wanted)) {
            requireUnchanged(read(now), seen);
            put(wanted.name(), wantedBody(wanted, etag(now)), rule -> isAsWanted(rule, wanted));
        }
    }

    private void switchTo(RemoteObject seen, boolean enabled) {
        JsonNode now = present(seen);
        RemoteObject switched = new RemoteObject(seen.name(), seen.marker(), seen.fields(), enabled);
        if (!isOurs(switched) || !read(now).equals(switched)) {
            requireUnchanged(read(now), seen);
            ObjectNode properties = writable(now.path("properties"));
            properties.put("enabled", enabled);
            put(seen.name(), body(properties, etag(now)), switched::equals);
        }
    }

    /** Writes and verifies. A conflict may come of our own earlier attempt, whose answer was lost, so it is looked at. */
    private void put(String name, ObjectNode body, Predicate<RemoteObject> done) {
        RemoteObject written;
        try {
            written = read(arm.put(PATH + "/" + name, body));
        } catch (ConnectorException e) {
            if (e.kind() == Kind.CONFLICT
                    && get(name).map(AlertRules::read).filter(done).isPresent()) {
                return;
            }
            throw e;
        }
        if (!done.test(written)) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    name + " was written, but the service keeps something else"
                            + differing(RuleFields.of(body.path("properties")), written));
        }
    }

    private static String differing(SortedMap<String, String> sent, RemoteObject written) {
        List<String> keys = RuleFields.KEYS.stream()
                .filter(key ->
                        !sent.getOrDefault(key, "").equals(written.fields().getOrDefault(key, "")))
                .toList();
        return keys.isEmpty() ? "" : " in " + String.join(", ", keys);
    }

    private ObjectNode wantedBody(WantedObject wanted, Optional<String> etag) {
        ObjectNode properties = RuleFields.properties(wanted.fields());
        Marker marker = new Marker(settings.deployment(), wanted.hunt(), wanted.fingerprint());
        properties.put(
                "description", RuleBody.marked(properties.path("description").asText(), marker));
        properties.put("enabled", wanted.enabled());
        return body(properties, etag);
    }

    private static ObjectNode body(ObjectNode properties, Optional<String> etag) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "Scheduled");
        etag.ifPresent(value -> body.put("etag", value));
        body.set("properties", properties);
        return body;
    }

    /** What was read, as it may be sent: without the nulls that the service answers with but doesn't take, and its own stamp. */
    private static ObjectNode writable(JsonNode properties) {
        ObjectNode copy = properties.deepCopy();
        copy.properties().removeIf(property -> property.getValue().isNull());
        copy.remove("lastModifiedUtc");
        return copy;
    }

    private Optional<JsonNode> get(String name) {
        return arm.get(PATH + "/" + name);
    }

    private JsonNode present(RemoteObject seen) {
        return get(seen.name()).orElseThrow(() -> conflict(seen.name() + " is gone; plan again"));
    }

    private static Optional<String> etag(JsonNode rule) {
        return Optional.of(rule.path("etag").asText()).filter(etag -> !etag.isEmpty());
    }

    private void requireUnchanged(RemoteObject now, RemoteObject seen) {
        if (!isOurs(now)) {
            throw conflict(now.name() + " is not ours");
        }
        if (!now.equals(seen)) {
            throw conflict(now.name() + " changed since the plan was made; plan again");
        }
    }

    private boolean isOurs(RemoteObject rule) {
        return rule.marker().map(Marker::deployment).equals(Optional.of(settings.deployment()));
    }

    private boolean isAsWanted(RemoteObject rule, WantedObject wanted) {
        return isOurs(rule)
                && !rule.edited()
                && rule.fields().equals(wanted.fields())
                && rule.enabled() == wanted.enabled();
    }

    /** A marker counts only on the rule whose id it names: one copied in the portal is somebody else's. */
    private static RemoteObject read(JsonNode rule) {
        String name = rule.path("name").asText();
        JsonNode properties = rule.path("properties");
        SortedMap<String, String> fields = RuleFields.of(properties);
        boolean enabled = properties.path("enabled").asBoolean();
        Optional<Marker> marker = Marker.in(properties.path("description").asText(""))
                .filter(found -> found.hunt().toString().equals(name))
                .map(found -> AutoDisabled.seen(found, fields, enabled));
        return new RemoteObject(name, marker, fields, enabled);
    }

    private ConnectorException conflict(String message) {
        return new ConnectorException(Kind.CONFLICT, settings.target(), message);
    }
}
