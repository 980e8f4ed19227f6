package dev.harrier.splunk.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The saved searches that the fake keeps, unique by app and name. */
public final class SavedSearchStore {
    /** Of savedsearches.conf.spec, in the REST interface's spelling; without what needs a capability that few roles have. */
    private static final Pattern KNOWN =
            Pattern.compile("name|search|description|disabled|is_scheduled|is_visible|cron_schedule"
                    + "|realtime_schedule|schedule_window|allow_skew|max_concurrent|actions|output_mode|alert_(type|comparator|threshold"
                    + "|condition)|alert\\.(severity|track|expires|digest_mode|managedBy|suppress(\\.\\w+)?)|dispatch\\.\\w+"
                    + "|action\\..+|request\\.ui_dispatch_(app|view)|display\\..+");

    private static final Pattern OF_ENTERPRISE_SECURITY =
            Pattern.compile("action\\.(notable|risk|correlationsearch).*");
    private static final Pattern SWITCH = Pattern.compile("action\\.(notable|risk)");

    private final Map<String, StoredSearch> searches = new TreeMap<>();
    private int largestPage = Integer.MAX_VALUE;
    private long writes;
    private boolean enterpriseSecurity;
    private String needsSecond = "";
    private int largestAnswer;

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

    /** Knows the alert actions of Enterprise Security from now on; without it, their keys are refused. */
    public synchronized void knowEnterpriseSecurity() {
        enterpriseSecurity = true;
    }

    /** Takes a key only from an update, and only once it was sent before: a create ignores it. */
    public synchronized void needSecond(String key) {
        needsSecond = key;
    }

    /** The size of the largest list that was answered, in characters. */
    public synchronized int largestAnswer() {
        return largestAnswer;
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
        enterpriseSecurity = false;
        needsSecond = "";
        largestAnswer = 0;
    }

    synchronized ResponseDefinitionBuilder list(Asked asked) {
        int most = Integer.parseInt(asked.parameter("count", "30"));
        int count = Math.min(largestPage, most <= 0 ? Integer.MAX_VALUE : most);
        int offset = Integer.parseInt(asked.parameter("offset", "0"));
        List<StoredSearch> all = searches.values().stream()
                .filter(filter(asked.parameter("search", "")))
                .toList();
        ObjectNode feed = Answers.feed(all.size(), count, offset);
        ArrayNode entries = (ArrayNode) feed.get("entry");
        List<String> fields = asked.all("f");
        all.stream()
                .skip(offset)
                .limit(count)
                .map(search -> search.entry(fields))
                .forEach(entries::add);
        String body = feed.toString();
        largestAnswer = Math.max(largestAnswer, body.length());
        return Answers.json(200, body);
    }

    /** The terms {@code name="x*"} and {@code eai:acl.app="y"}, all of which must hold. */
    private static Predicate<StoredSearch> filter(String terms) {
        Matcher name = Pattern.compile("name=\"([^\"*]*)\\*\"").matcher(terms);
        Matcher app = Pattern.compile("eai:acl\\.app=\"([^\"]*)\"").matcher(terms);
        String prefix = name.find() ? name.group(1) : "";
        Optional<String> of = app.find() ? Optional.of(app.group(1)) : Optional.empty();
        return search ->
                search.name().startsWith(prefix) && of.map(search.app()::equals).orElse(true);
    }

    synchronized ResponseDefinitionBuilder create(Asked asked) {
        String name = asked.parameter("name", "");
        if (name.isEmpty() || asked.parameter("search", "").isEmpty()) {
            return Answers.messages(400, "ERROR", "The following required arguments are missing: search.");
        }
        Optional<String> unknown = unknown(asked);
        if (unknown.isPresent()) {
            return Answers.messages(
                    400, "ERROR", "Argument \"" + unknown.get() + "\" is not supported by this handler.");
        }
        if (searches.containsKey(key(asked.app(), name))) {
            return Answers.messages(
                    409,
                    "ERROR",
                    "Unable to create saved search with name '" + name
                            + "'. A saved search with that name already exists.");
        }
        return stored(201, new StoredSearch(name, asked.app(), withoutSecond(own(asked))));
    }

    private Map<String, String> withoutSecond(Map<String, String> values) {
        values.remove(needsSecond);
        return values;
    }

    /** A key that no saved search has, that needs Enterprise Security, or that the role may not send. */
    private Optional<String> unknown(Asked asked) {
        return asked.parameters().keySet().stream()
                .filter(key -> !KNOWN.matcher(key).matches()
                        || (!enterpriseSecurity
                                && OF_ENTERPRISE_SECURITY.matcher(key).matches()))
                .findFirst();
    }

    synchronized ResponseDefinitionBuilder delete(Asked asked) {
        return searches.remove(key(asked.app(), asked.item())) == null
                ? missing(asked)
                : Answers.json(200, Answers.feed(0, 30, 0));
    }

    /** Owner and sharing are mandatory; the owner stays in its namespace. */
    synchronized ResponseDefinitionBuilder access(Asked asked) {
        StoredSearch search = searches.get(key(asked.app(), asked.item()));
        if (search == null) {
            return missing(asked);
        }
        if (asked.parameter("owner", "").isEmpty()
                || asked.parameter("sharing", "").isEmpty()) {
            return Answers.messages(400, "ERROR", "The following required arguments are missing: owner, sharing.");
        }
        return stored(
                200,
                search.changed(Map.of(
                        "acl.sharing", asked.parameter("sharing", ""),
                        "acl.read", asked.parameter("perms.read", ""),
                        "acl.write", asked.parameter("perms.write", ""))));
    }

    synchronized ResponseDefinitionBuilder read(Asked asked) {
        StoredSearch search = searches.get(key(asked.app(), asked.item()));
        return search == null ? missing(asked) : Answers.json(200, one(search));
    }

    synchronized ResponseDefinitionBuilder update(Asked asked) {
        StoredSearch search = searches.get(key(asked.app(), asked.item()));
        Optional<String> unknown = asked.parameters().containsKey("name") ? Optional.of("name") : unknown(asked);
        if (unknown.isPresent()) {
            return Answers.messages(
                    400, "ERROR", "Argument \"" + unknown.get() + "\" is not supported by this handler.");
        }
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
        ((ArrayNode) feed.get("entry")).add(search.entry(List.of()));
        return feed;
    }

    private static Map<String, String> own(Asked asked) {
        Map<String, String> values = new TreeMap<>(asked.parameters());
        values.remove("output_mode");
        values.remove("name");
        if (values.containsKey("actions")) {
            List<String> actions = List.of(values.get("actions").split(","));
            values.keySet().removeIf(key -> SWITCH.matcher(key).matches());
            actions.stream().filter(action -> !action.isBlank()).forEach(action -> values.put("action." + action, "1"));
        }
        return values;
    }

    private static String key(String app, String name) {
        return app + "/" + name;
    }
}
