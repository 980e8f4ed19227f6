package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The objects of one kind in the workspace. A write is guarded by the etag of what the plan saw, so what the list told needs no second
 * look: somebody else's edit in between makes the service refuse. Thread-safe.
 */
final class ArmObjects {
    private final SentinelSettings settings;
    private final Arm arm;
    private final Shape shape;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private volatile boolean listed;

    /** As it was last read or written. */
    private record Seen(RemoteObject object, Optional<String> etag) {}

    ArmObjects(SentinelSettings settings, Arm arm, Shape shape) {
        this.settings = settings;
        this.arm = arm;
        this.shape = shape;
    }

    boolean names(String name) {
        return shape.names(name);
    }

    List<RemoteObject> list() {
        List<JsonNode> all = arm.list(shape.collection(arm));
        seen.clear();
        List<RemoteObject> found = all.parallelStream().map(this::remember).toList();
        listed = true;
        return found;
    }

    /** One of ours that is switched on, as last seen. */
    Optional<RemoteObject> enabled(String name) {
        return Optional.ofNullable(seen.get(name))
                .map(Seen::object)
                .filter(object -> object.enabled() && isOurs(object));
    }

    void create(WantedObject wanted) {
        ObjectNode body = checked(shape.body(wanted, marker(wanted)));
        Optional<JsonNode> now = listed && !seen.containsKey(wanted.name()) ? Optional.empty() : get(wanted.name());
        if (now.isEmpty()) {
            put(wanted.name(), body, Optional.empty(), there -> isAsWanted(there, wanted, wanted));
        } else if (!isAsWanted(shape.read(now.get()), wanted, wanted)) {
            throw conflict(wanted.name() + " is there already, and not as we would have left it; plan again");
        }
    }

    /** What users set to their own taste stays. */
    void update(WantedObject wanted, RemoteObject planned) {
        WantedObject kept = Adjustments.kept(wanted, planned);
        ObjectNode body = checked(shape.body(kept, marker(wanted)));
        Seen now = now(planned);
        if (!isAsWanted(now.object, wanted, kept)) {
            requireUnchanged(now.object, planned);
            put(planned.name(), body, now.etag, there -> isAsWanted(there, wanted, kept));
        }
    }

    void turn(RemoteObject planned, boolean on) {
        turn(planned, on, true);
    }

    /** Switches it off as one of its users would: the marker doesn't remember that as ours, so it stays. */
    void hold(RemoteObject planned) {
        turn(planned, false, false);
    }

    private void turn(RemoteObject planned, boolean on, boolean remembered) {
        JsonNode now = get(planned.name()).orElseThrow(() -> gone(planned));
        RemoteObject there = shape.read(now);
        if (!isOurs(there)) {
            throw conflict(there.name() + " is not ours");
        }
        Marker before = there.marker().orElseThrow();
        Marker marker = remembered ? before.switched(on) : before;
        RemoteObject turned = new RemoteObject(
                planned.name(), Optional.of(marker), planned.fields(), on, planned.settings(), planned.signed());
        if (!there.equals(turned)) {
            requireUnchanged(there, planned);
            put(planned.name(), shape.switched(now, on, marker), etag(now), turned::equals);
        }
    }

    /** Deletes what is still as the plan saw it, and looks whether it is gone: whatever sits in between may answer 200 too. */
    void delete(RemoteObject planned) {
        Optional<JsonNode> now = get(planned.name());
        if (now.isPresent()) {
            requireUnchanged(shape.read(now.get()), planned);
            seen.remove(planned.name());
            arm.delete(resource(planned.name()));
            if (get(planned.name()).isPresent()) {
                throw new ConnectorException(
                        Kind.UNEXPECTED_RESPONSE,
                        settings.target(),
                        planned.name() + " was deleted, but is still there; is a proxy in between?");
            }
        }
    }

    private Marker marker(WantedObject wanted) {
        return new Marker(
                settings.deployment(),
                wanted.hunt(),
                wanted.fingerprint(),
                wanted.version(),
                Adjustments.sent(wanted, RuleFields.SETTINGS));
    }

    private ObjectNode checked(ObjectNode body) {
        List<String> problems = shape.problems(body);
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    Kind.REJECTED_QUERY,
                    settings.target(),
                    "not sent, for Sentinel would refuse it: " + String.join("; ", problems));
        }
        return body;
    }

    /** Writes and verifies. A conflict may come of our own earlier attempt, whose answer was lost, so it is looked at. */
    private void put(String name, ObjectNode body, Optional<String> etag, Predicate<RemoteObject> done) {
        etag.ifPresent(value -> body.put("etag", value));
        seen.remove(name);
        JsonNode answer;
        try {
            answer = arm.put(resource(name), body);
        } catch (ConnectorException e) {
            if (e.kind() == Kind.CONFLICT
                    && get(name).map(shape::read).filter(done).isPresent()) {
                return;
            }
            throw e;
        }
        RemoteObject written = shape.read(answer);
        if (!done.test(written)) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    name + " was written, but the service keeps something else" + differing(body, written));
        }
        remember(answer);
    }

    private String differing(ObjectNode body, RemoteObject written) {
        RemoteObject sent = shape.read(body.deepCopy().put("name", written.name()));
        SortedSet<String> keys = new TreeSet<>(sent.fields().keySet());
        keys.addAll(written.fields().keySet());
        List<String> different = new ArrayList<>(keys);
        different.removeIf(key ->
                sent.fields().getOrDefault(key, "").equals(written.fields().getOrDefault(key, "")));
        return different.isEmpty() ? "" : " in " + String.join(", ", different);
    }

    private RemoteObject remember(JsonNode object) {
        RemoteObject read = shape.read(object);
        seen.put(read.name(), new Seen(read, etag(object)));
        return read;
    }

    private Resource resource(String name) {
        return shape.collection(arm).child(name);
    }

    private Optional<JsonNode> get(String name) {
        return arm.get(resource(name));
    }

    /** What the list told, if that is what the plan was made of; else what is there. */
    private Seen now(RemoteObject planned) {
        Seen known = seen.get(planned.name());
        if (known != null && known.object.equals(planned) && known.etag.isPresent()) {
            return known;
        }
        JsonNode now = get(planned.name()).orElseThrow(() -> gone(planned));
        return new Seen(shape.read(now), etag(now));
    }

    private static Optional<String> etag(JsonNode object) {
        String etag = object.path("etag").asText(object.path("eTag").asText());
        return Optional.of(etag).filter(text -> !text.isEmpty());
    }

    private void requireUnchanged(RemoteObject now, RemoteObject planned) {
        if (!isOurs(now)) {
            throw conflict(now.name() + " is not ours");
        }
        if (!now.equals(planned)) {
            throw conflict(now.name() + " changed since the plan was made; plan again");
        }
    }

    private boolean isOurs(RemoteObject object) {
        return object.marker().map(Marker::deployment).equals(Optional.of(settings.deployment()));
    }

    private boolean isAsWanted(RemoteObject there, WantedObject wanted, WantedObject kept) {
        return there.marker().equals(Optional.of(marker(wanted)))
                && !there.edited()
                && there.fields().equals(kept.fields())
                && there.settings().equals(kept.settings())
                && there.enabled() == kept.enabled();
    }

    private ConnectorException gone(RemoteObject planned) {
        return conflict(planned.name() + " is gone; plan again");
    }

    private ConnectorException conflict(String message) {
        return new ConnectorException(Kind.CONFLICT, settings.target(), message);
    }
}
