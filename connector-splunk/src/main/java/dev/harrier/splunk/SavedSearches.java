package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.FieldChange;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The saved searches of our app: lists them, and carries out one change at a time, verified by what splunkd answers. */
final class SavedSearches {
    private static final String PATH = "saved/searches";
    private static final int PAGE = 1_000;
    private static final int PAGES = 50;

    private final SplunkSettings settings;
    private final Splunkd splunkd;

    SavedSearches(SplunkSettings settings, Splunkd splunkd) {
        this.settings = settings;
        this.splunkd = splunkd;
    }

    /** All that bear one of our names or our marker. */
    List<RemoteObject> list() {
        List<RemoteObject> found = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            Map<String, String> parameters =
                    Map.of("count", Integer.toString(PAGE), "offset", Integer.toString(page * PAGE));
            JsonNode entries = splunkd.get(PATH, parameters).path("entry");
            entries.forEach(entry -> read(entry).ifPresent(found::add));
            if (entries.size() < PAGE) {
                return found;
            }
        }
        throw new ConnectorException(
                Kind.UNEXPECTED_RESPONSE,
                settings.target(),
                "app " + settings.app() + " lists more than " + PAGE * PAGES + " saved searches");
    }

    void apply(Change change) {
        if (change instanceof Change.Create create) {
            create(create.wanted());
        } else if (change instanceof Change.Update update) {
            unchanged(update.remote());
            verify(update.wanted(), write(path(update.name()), fields(update.wanted())));
        } else if (change instanceof Change.Enable enable) {
            unchanged(enable.remote());
            write(path(enable.name()), Map.of("disabled", "0"));
        } else if (change instanceof Change.Disable disable) {
            unchanged(disable.remote());
            write(path(disable.name()), Map.of("disabled", "1"));
        }
    }

    private void create(WantedObject wanted) {
        Map<String, String> fields = fields(wanted);
        fields.put("name", wanted.name());
        try {
            verify(wanted, write(PATH, fields));
        } catch (ConnectorException e) {
            if (e.kind() != Kind.UNAVAILABLE && e.kind() != Kind.CONFLICT) {
                throw e;
            }
            // It is unknown whether an unanswered create was carried out: look before anything is sent again.
            Optional<RemoteObject> there = one(wanted.name());
            if (there.isEmpty() || !differences(wanted, there.get()).isEmpty()) {
                throw e;
            }
        }
    }

    private Optional<RemoteObject> write(String path, Map<String, String> fields) {
        JsonNode entry = splunkd.post(path, fields).path("entry");
        return entry.size() == 1 ? read(entry.get(0)) : Optional.empty();
    }

    private void verify(WantedObject wanted, Optional<RemoteObject> answered) {
        RemoteObject there = answered.or(() -> one(wanted.name()))
                .orElseThrow(() -> new ConnectorException(
                        Kind.UNEXPECTED_RESPONSE,
                        settings.target(),
                        wanted.name() + " is not there after it was written"));
        List<FieldChange> differences = differences(wanted, there);
        if (!differences.isEmpty()) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    wanted.name() + " was written, but splunkd keeps something else: " + differences);
        }
    }

    private static List<FieldChange> differences(WantedObject wanted, RemoteObject there) {
        List<FieldChange> differences = new ArrayList<>();
        wanted.fields().forEach((key, value) -> {
            String kept = there.fields().getOrDefault(key, "");
            if (!kept.equals(value)) {
                differences.add(new FieldChange(key, kept, value));
            }
        });
        return differences;
    }

    /** Refuses to overwrite what is not as the plan saw it. */
    private void unchanged(RemoteObject seen) {
        Optional<RemoteObject> now = one(seen.name());
        if (!now.equals(Optional.of(seen))) {
            throw new ConnectorException(
                    Kind.CONFLICT, settings.target(), seen.name() + " changed since the plan was made; plan again");
        }
    }

    private Optional<RemoteObject> one(String name) {
        try {
            JsonNode entries = splunkd.get(path(name), Map.of()).path("entry");
            return entries.size() == 1 ? read(entries.get(0)) : Optional.empty();
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Map<String, String> fields(WantedObject wanted) {
        Map<String, String> fields = new TreeMap<>(wanted.fields());
        Marker marker = new Marker(settings.deployment(), wanted.hunt(), wanted.fingerprint());
        fields.put("description", SavedSearchFields.marked(wanted.fields().get("description"), marker));
        fields.put("disabled", wanted.enabled() ? "0" : "1");
        return fields;
    }

    private Optional<RemoteObject> read(JsonNode entry) {
        String name = entry.path("name").asText();
        JsonNode content = entry.path("content");
        Optional<Marker> marker = Marker.in(content.path("description").asText(""));
        boolean inApp = entry.path("acl").path("app").asText(settings.app()).equals(settings.app());
        if (!inApp || (!name.startsWith(SavedSearchName.PREFIX) && marker.isEmpty())) {
            return Optional.empty();
        }
        boolean disabled = content.path("disabled").asBoolean(false)
                || content.path("disabled").asText().equals("1");
        return Optional.of(new RemoteObject(
                name,
                marker.filter(m -> SavedSearchName.belongsTo(name, m.hunt())),
                SavedSearchFields.deployed(content),
                !disabled));
    }

    private static String path(String name) {
        return PATH + "/" + Splunkd.segment(name);
    }
}
