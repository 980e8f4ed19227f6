package dev.harrier.splunk.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The saved searches that the fake keeps, unique by app and name. */
public final class SavedSearchStore {
    private final Map<String, StoredSearch> searches = new TreeMap<>();
    private int largestPage = Integer.MAX_VALUE;
    private long writes;

    /** Puts a search there without any request. */
    public synchronized void plant(String app, String name, Map<String, String> values) {
        searches.put(key(app, name), new StoredSearch(name, app, new TreeMap<>(values)));
    }

    /** Changes a value by hand. */
    public synchronized void edit(String app, String name, String field, String value) {
        searches.computeIfPresent(key(app, name), (key, search) -> search.changed(Map.of(field, value)));
    }

    /** Pages hold at most so many from now on, whatever is asked for. */
    public synchronized void largestPage(int size) {
        largestPage = size;
    }

    /** How often a request created or changed something. */
    public synchronized long writes() {
        return writes;
    }

    /** The names in an app. */
    public synchronized SortedSet<String> names(String app) {
        SortedSet<String> names = new TreeSet<>();
        searches.values().stream()
                .filter(search -> search.app().equals(app))
                .forEach(search -> names.add(search.name()));
        return names;
    }

    /** A value that is kept, empty if there is none. */
    public synchronized String value(String app, String name, String field) {
        return searches.get(key(app, name)).values().getOrDefault(field, "");
    }

    synchronized void clear() {
        searches.clear();
        largestPage = Integer.MAX_VALUE;
        writes = 0;
    }

    synchronized ResponseDefinitionBuilder list(Asked asked) {
        int count = Math.min(largestPage, Integer.parseInt(asked.parameter("count", "30")));
        int offset = Integer.parseInt(asked.parameter("offset", "0"));
        List<StoredSearch> all = List.copyOf(searches.values());
        ObjectNode feed = Answers.feed(all.size(), count, offset);
        ArrayNode entries = (ArrayNode) feed.get("entry");
        all.stream().skip(offset).limit(count).map(StoredSearch::entry).forEach(entries::add);
        return Answers.json(200, feed);
    }

    synchronized ResponseDefinitionBuilder create(Asked asked) {
        String name = asked.parameter("name", "");
        if (name.isEmpty() || asked.parameter("search", "").isEmpty()) {
            return Answers.messages(400, "ERROR", "The following required arguments are missing: search.");
        }
        if (searches.containsKey(key(asked.app(), name))) {
            return Answers.messages(
                    409,
                    "ERROR",
                    "Unable to create saved search with name '" + name
                            + "'. A saved search with that name already exists.");
        }
        return stored(201, new StoredSearch(name, asked.app(), own(asked)));
    }

    synchronized ResponseDefinitionBuilder read(Asked asked) {
        StoredSearch search = searches.get(key(asked.app(), asked.item()));
        return search == null ? missing(asked) : Answers.json(200, one(search));
    }

    synchronized ResponseDefinitionBuilder update(Asked asked) {
        StoredSearch search = searches.get(key(asked.app(), asked.item()));
        return search == null ? missing(asked) : stored(200, search.changed(own(asked)));
    }

    private ResponseDefinitionBuilder stored(int status, StoredSearch search) {
        writes++;
        searches.put(key(search.app(), search.name()), search);
        return Answers.json(status, one(search));
    }

    private static ResponseDefinitionBuilder missing(Asked asked) {
        return Answers.messages(404, "ERROR", "Could not find object id=" + asked.item());
    }

    private static ObjectNode one(StoredSearch search) {
        ObjectNode feed = Answers.feed(1, 30, 0);
        ((ArrayNode) feed.get("entry")).add(search.entry());
        return feed;
    }

    private static Map<String, String> own(Asked asked) {
        Map<String, String> values = new TreeMap<>(asked.parameters());
        values.remove("output_mode");
        values.remove("name");
        return values;
    }

    private static String key(String app, String name) {
        return app + "/" + name;
    }
}
