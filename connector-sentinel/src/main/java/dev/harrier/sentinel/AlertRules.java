package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.HuntId;
import dev.harrier.sentinel.azure.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The workspace's scheduled analytics rules. A rule's id is its hunt's, its description bears the marker, its etag guards it. */
final class AlertRules {
    private static final String PATH = "alertRules";

    private final SentinelSettings settings;
    private final Arm arm;
    private final Map<String, ObjectNode> described = new ConcurrentHashMap<>();

    AlertRules(SentinelSettings settings, Arm arm) {
        this.settings = settings;
        this.arm = arm;
    }

    /** Remembers the tree that a wanted object's fields were read from, so that it is what gets sent. */
    WantedObject describe(HuntId hunt, ObjectNode properties, boolean enabled) {
        WantedObject wanted = new WantedObject(hunt, hunt.toString(), RuleFields.of(properties), enabled);
        described.put(wanted.name() + wanted.fingerprint(), properties);
        return wanted;
    }

    List<RemoteObject> list() {
        List<RemoteObject> found = new ArrayList<>();
        arm.list(PATH).forEach(rule -> found.add(read(rule)));
        return found;
    }

    void apply(Change change) {
        if (change instanceof Change.Create create) {
            verify(create.wanted(), put(create.wanted(), Optional.empty()));
        } else if (change instanceof Change.Update update) {
            verify(update.wanted(), put(update.wanted(), etag(update.remote())));
        } else if (change instanceof Change.Enable enable) {
            switchTo(enable.remote(), true);
        } else if (change instanceof Change.Disable disable) {
            switchTo(disable.remote(), false);
        }
    }

    private RemoteObject put(WantedObject wanted, Optional<String> etag) {
        ObjectNode properties = described.get(wanted.name() + wanted.fingerprint());
        if (properties == null) {
            throw new IllegalStateException(wanted.name() + " was not described by this connector");
        }
        ObjectNode sent = properties.deepCopy();
        Marker marker = new Marker(settings.deployment(), wanted.hunt(), wanted.fingerprint());
        sent.put("description", RuleBody.marked(sent.path("description").asText(), marker));
        sent.put("enabled", wanted.enabled());
        return read(arm.put(PATH + "/" + wanted.name(), body(sent, etag)));
    }

    private static ObjectNode body(ObjectNode properties, Optional<String> etag) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "Scheduled");
        etag.ifPresent(value -> body.put("etag", value));
        body.set("properties", properties);
        return body;
    }

    private void switchTo(RemoteObject seen, boolean enabled) {
        JsonNode now = unchanged(seen);
        ObjectNode properties = now.path("properties").deepCopy();
        properties.put("enabled", enabled);
        properties.remove("lastModifiedUtc");
        Optional<String> etag = Optional.of(now.path("etag").asText());
        RemoteObject written = read(arm.put(PATH + "/" + seen.name(), body(properties, etag)));
        if (written.enabled() != enabled) {
            throw failure(Kind.UNEXPECTED_RESPONSE, seen.name() + " was not switched");
        }
    }

    private Optional<String> etag(RemoteObject seen) {
        return Optional.of(unchanged(seen).path("etag").asText());
    }

    /** Reads a rule again, and refuses to overwrite what is not as the plan saw it. */
    private JsonNode unchanged(RemoteObject seen) {
        Optional<JsonNode> now = arm.get(PATH + "/" + seen.name());
        if (!now.map(AlertRules::read).equals(Optional.of(seen))) {
            throw failure(Kind.CONFLICT, seen.name() + " changed since the plan was made; plan again");
        }
        return now.get();
    }

    private void verify(WantedObject wanted, RemoteObject written) {
        if (!written.fields().equals(wanted.fields()) || written.enabled() != wanted.enabled()) {
            throw failure(
                    Kind.UNEXPECTED_RESPONSE,
                    wanted.name() + " was written, but the service keeps something else in "
                            + differing(wanted, written));
        }
    }

    private static List<String> differing(WantedObject wanted, RemoteObject written) {
        return RuleFields.KEYS.stream()
                .filter(key -> !wanted.fields()
                        .getOrDefault(key, "")
                        .equals(written.fields().getOrDefault(key, "")))
                .toList();
    }

    private static RemoteObject read(JsonNode rule) {
        String name = rule.path("name").asText();
        JsonNode properties = rule.path("properties");
        Optional<Marker> marker = Marker.in(properties.path("description").asText(""))
                .filter(found -> found.hunt().toString().equals(name));
        return new RemoteObject(
                name,
                marker,
                RuleFields.of(properties),
                properties.path("enabled").asBoolean());
    }

    private ConnectorException failure(Kind kind, String message) {
        return new ConnectorException(kind, settings.target(), message);
    }
}
