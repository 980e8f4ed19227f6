package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads the saved searches of our app. */
final class SavedSearchListing {
    static final String PATH = "saved/searches";
    private static final int PAGE = 1_000;
    private static final int PAGES = 50;

    /** What we read of each: the others are 300 keys and more. */
    private static final List<String> KEYS = Stream.of(
                    ManagedKeys.FIELDS, ManagedKeys.SCHEDULE, List.of("disabled", "eai:acl"))
            .flatMap(List::stream)
            .toList();

    private final SplunkSettings settings;
    private final Splunkd splunkd;

    SavedSearchListing(SplunkSettings settings, Splunkd splunkd) {
        this.settings = settings;
        this.splunkd = splunkd;
    }

    /** All that bear one of our names: whatever else carries our marker is a copy, and nobody's business. */
    List<RemoteObject> all() {
        List<RemoteObject> found = new ArrayList<>();
        int offset = 0;
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = splunkd.get(PATH, page(offset), KEYS);
            JsonNode entries = entries(answer);
            entries.forEach(entry -> read(entry).ifPresent(found::add));
            offset += entries.size();
            if (entries.isEmpty() || offset >= total(answer, offset, entries.size())) {
                return found;
            }
        }
        throw nonsense("app " + settings.app() + " lists more than " + PAGE * PAGES + " saved searches");
    }

    private Map<String, String> page(int offset) {
        return Map.of(
                "count",
                Integer.toString(PAGE),
                "offset",
                Integer.toString(offset),
                "search",
                "eai:acl.app=\"" + settings.app() + "\" name=\"" + SavedSearchName.PREFIX + "*\"");
    }

    /** One by its name. */
    Optional<RemoteObject> one(String name) {
        try {
            JsonNode entries = entries(splunkd.get(path(name), Map.of(), KEYS));
            return entries.size() == 1 ? read(entries.get(0)) : Optional.empty();
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What a write answered with, if it is one saved search. */
    Optional<RemoteObject> answered(JsonNode answer) {
        JsonNode entries = answer.path("entry");
        return entries.size() == 1 ? read(entries.get(0)) : Optional.empty();
    }

    static String path(String name) {
        return PATH + "/" + Splunkd.segment(name);
    }

    /** A server that caps pages below what we ask for tells the total; one that doesn't is done when a page isn't full. */
    private static long total(JsonNode answer, int offset, int size) {
        return answer.path("paging").path("total").asLong(size < PAGE ? offset : Long.MAX_VALUE);
    }

    /** An answer without a list is not an empty list: everything would be created again. */
    private JsonNode entries(JsonNode answer) {
        JsonNode entries = answer.path("entry");
        if (!entries.isArray()) {
            throw nonsense("splunkd's answer holds no list of saved searches");
        }
        return entries;
    }

    private Optional<RemoteObject> read(JsonNode entry) {
        String name = entry.path("name").asText();
        JsonNode content = entry.path("content");
        Optional<Marker> marker = Marker.in(content.path("description").asText(""));
        boolean inApp = entry.path("acl").path("app").asText(settings.app()).equals(settings.app());
        if (!inApp || !name.startsWith(SavedSearchName.PREFIX)) {
            return Optional.empty();
        }
        SortedMap<String, String> fields = SavedSearchFields.deployed(content, ManagedKeys.FIELDS);
        List<String> signed = ManagedKeys.signed(marker.map(Marker::version).orElse(ManagedKeys.VERSION));
        return Optional.of(new RemoteObject(
                name,
                marker.filter(m -> SavedSearchName.belongsTo(name, m.hunt())),
                fields,
                !Flag.isOn(content.path("disabled")),
                howRun(entry),
                signed.equals(ManagedKeys.FIELDS) ? fields : SavedSearchFields.deployed(content, signed)));
    }

    private static SortedMap<String, String> howRun(JsonNode entry) {
        SortedMap<String, String> settings = SavedSearchFields.deployed(entry.path("content"), ManagedKeys.SCHEDULE);
        settings.putAll(Access.deployed(entry.path("acl")));
        return settings;
    }

    private ConnectorException nonsense(String what) {
        return new ConnectorException(Kind.UNEXPECTED_RESPONSE, settings.target(), what);
    }
}
