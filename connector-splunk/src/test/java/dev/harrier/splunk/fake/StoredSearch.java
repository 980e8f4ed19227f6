package dev.harrier.splunk.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One saved search, as splunkd keeps and shows it: numbers and booleans in their JSON types, and defaults for what nobody set. */
record StoredSearch(String name, String app, Map<String, String> values) {
    private static final Map<String, String> DEFAULTS = Map.of(
            "dispatch.max_count", "500000",
            "alert.expires", "24h",
            "alert.suppress", "0",
            "schedule_priority", "default",
            "is_visible", "1",
            "action.email", "0",
            "alert.track", "0",
            "realtime_schedule", "1",
            "disabled", "0",
            "next_scheduled_time", "");
    private static final Map<String, String> ACCESS =
            Map.of("acl.sharing", "app", "acl.read", "*", "acl.write", "admin,power");
    private static final Set<String> BOOLEANS = Set.of(
            "disabled",
            "is_scheduled",
            "realtime_schedule",
            "alert.digest_mode",
            "is_visible",
            "dispatch.allow_partial_results");

    private static final Set<String> ON = Set.of("1", "true", "t");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    StoredSearch changed(Map<String, String> changes) {
        Map<String, String> merged = new TreeMap<>(values);
        merged.putAll(changes);
        return new StoredSearch(name, app, merged);
    }

    /** As it is shown, with some fields only if any are named. */
    ObjectNode entry(List<String> fields) {
        ObjectNode entry = Answers.JSON.createObjectNode().put("name", name).put("author", "nobody");
        ObjectNode acl =
                entry.putObject("acl").put("app", app).put("owner", "nobody").put("sharing", access("acl.sharing"));
        ObjectNode permissions = acl.putObject("perms");
        for (String what : List.of("read", "write")) {
            List.of(access("acl." + what).split(",")).forEach(permissions.withArray(what)::add);
        }
        ObjectNode content = entry.putObject("content");
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(values);
        all.keySet().removeAll(ACCESS.keySet());
        if (!fields.isEmpty()) {
            all.keySet().retainAll(fields);
        }
        all.forEach((key, value) -> put(content, key, value));
        return entry;
    }

    private String access(String key) {
        return values.getOrDefault(key, ACCESS.get(key));
    }

    private static void put(ObjectNode content, String key, String value) {
        if (BOOLEANS.contains(key)) {
            content.put(key, ON.contains(value));
        } else if (NUMBER.matcher(value).matches()) {
            content.put(key, Integer.parseInt(value));
        } else {
            content.put(key, value);
        }
    }
}
