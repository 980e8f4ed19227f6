package dev.harrier.splunk.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a splunkd tells of itself, its apps, its data models and the role that asks. By default, all as it should be. */
public final class Site {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final Map<String, String> info = new TreeMap<>();
    private final Map<String, String> apps = new TreeMap<>();
    private final Map<String, Boolean> models = new TreeMap<>();
    private final Map<String, String> macros = new TreeMap<>();
    private final Set<String> lookups = new TreeSet<>();
    private String reach = "-1mon";
    private final List<String> capabilities = new ArrayList<>();
    private final Map<String, String> role = new TreeMap<>();
    private double complete;
    private boolean writable;
    private Duration skew = Duration.ZERO;

    Site() {
        clear();
    }

    synchronized void clear() {
        info.clear();
        info.putAll(
                Map.of("version", "9.3.2", "product_type", "enterprise", "licenseState", "OK", "serverName", "sh1"));
        apps.clear();
        apps.put("harrier", "1.0.0");
        models.clear();
        List.of(
                        "Endpoint",
                        "Network_Traffic",
                        "Network_Resolution",
                        "Authentication",
                        "Web",
                        "Email",
                        "Malware",
                        "Vulnerabilities")
                .forEach(model -> models.put(model, true));
        macros.clear();
        lookups.clear();
        reach = "-1mon";
        capabilities.clear();
        capabilities.addAll(List.of("search", "schedule_search", "rest_properties_get", "list_search_head_clustering"));
        role.clear();
        role.putAll(Map.of("srchJobsQuota", "3", "imported_srchJobsQuota", "0", "srchTimeWin", "-1"));
        complete = 1;
        writable = true;
        skew = Duration.ZERO;
    }

    /** Something that server/info says. */
    public synchronized void info(String key, String value) {
        info.put(key, value);
    }

    public synchronized void install(String app, String version) {
        apps.put(app, version);
    }

    public synchronized void remove(String app) {
        apps.remove(app);
    }

    /** The role may not write to the apps. */
    public synchronized void readOnly() {
        writable = false;
    }

    public synchronized void model(String name, boolean accelerated) {
        models.put(name, accelerated);
    }

    public synchronized void removeModel(String name) {
        models.remove(name);
    }

    /** How much of the summaries is built, from 0 to 1. */
    public synchronized void complete(double part) {
        complete = part;
    }

    /** How far back the summaries of all models are built, like {@code -7d}. */
    public synchronized void reach(String relative) {
        reach = relative;
    }

    /** A lookup definition that the app sees. */
    public synchronized void lookup(String name) {
        lookups.add(name);
    }

    public synchronized void macro(String name, String definition) {
        macros.put(name, definition);
    }

    /** Whether the app sees such a macro. */
    synchronized boolean hasMacro(String name) {
        return macros.containsKey(name);
    }

    public synchronized void without(String capability) {
        capabilities.remove(capability);
    }

    /** Something that the role says, for example {@code srchJobsQuota}. */
    public synchronized void role(String key, String value) {
        role.put(key, value);
    }

    /** How far its clock is ahead. */
    public synchronized void skew(Duration ahead) {
        skew = ahead;
    }

    synchronized ResponseDefinitionBuilder answer(Asked asked) {
        return switch (asked.operation()) {
            case SERVER_INFO -> one("server-info", info);
            case CONTEXT -> context();
            case ROLE -> one(asked.last(), role);
            case APP -> app(asked.last());
            case MODELS -> models();
            case SUMMARIES -> summaries();
            case LOOKUPS -> lookups();
            default ->
                macros.containsKey(asked.last())
                        ? one(asked.last(), Map.of("definition", macros.get(asked.last())))
                        : missing(asked.last());
        };
    }

    private ResponseDefinitionBuilder app(String name) {
        if (!apps.containsKey(name)) {
            return missing(name);
        }
        ObjectNode feed = feed();
        ObjectNode entry = entry(feed, name);
        entry.putObject("acl").put("can_write", writable);
        entry.putObject("content").put("version", apps.get(name)).put("disabled", false);
        return Answers.json(200, feed);
    }

    private ResponseDefinitionBuilder context() {
        ObjectNode feed = feed();
        ObjectNode content = entry(feed, "context").putObject("content").put("username", "svc-harrier");
        content.putArray("roles").add("harrier");
        ArrayNode held = content.putArray("capabilities");
        capabilities.forEach(held::add);
        return Answers.json(200, feed);
    }

    private ResponseDefinitionBuilder models() {
        ObjectNode feed = feed();
        models.forEach((name, accelerated) -> entry(feed, name)
                .putObject("content")
                .put("acceleration", "{\"enabled\":" + accelerated + ",\"earliest_time\":\"" + reach + "\"}"));
        return Answers.json(200, feed);
    }

    private ResponseDefinitionBuilder lookups() {
        ObjectNode feed = feed();
        lookups.forEach(name -> entry(feed, name).putObject("content").put("filename", name + ".csv"));
        return Answers.json(200, feed);
    }

    private ResponseDefinitionBuilder summaries() {
        ObjectNode feed = feed();
        models.forEach((name, accelerated) -> {
            if (accelerated) {
                entry(feed, "tstats:DM_Splunk_SA_CIM_" + name)
                        .putObject("content")
                        .put("summary.complete", complete);
            }
        });
        return Answers.json(200, feed);
    }

    private ResponseDefinitionBuilder one(String name, Map<String, String> values) {
        ObjectNode feed = feed();
        ObjectNode content = entry(feed, name).putObject("content");
        values.forEach((key, value) -> {
            if (value.matches("-?\\d{1,9}")) {
                content.put(key, Integer.parseInt(value));
            } else {
                content.put(key, value);
            }
        });
        return Answers.json(200, feed);
    }

    private ObjectNode feed() {
        ObjectNode feed = Answers.feed(1, 30, 0);
        feed.put("updated", TIME.format(Instant.now().plus(skew).atOffset(ZoneOffset.UTC)));
        return feed;
    }

    private static ObjectNode entry(ObjectNode feed, String name) {
        return ((ArrayNode) feed.get("entry")).addObject().put("name", name);
    }

    private static ResponseDefinitionBuilder missing(String name) {
        return Answers.messages(404, "ERROR", "Could not find object id=" + name);
    }
}
