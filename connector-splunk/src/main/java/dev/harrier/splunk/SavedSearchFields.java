package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.assess.Severity;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Marker;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a saved search that we manage, and their one normal form, for what we want and for what is there alike. Facts from
 * savedsearches.conf.spec 9.2: absent and empty are the same, booleans come as {@code 1}, {@code true} or {@code t}.
 */
final class SavedSearchFields {
    /** Every key that we manage, the REST interface's spelling. */
    static final List<String> KEYS = List.of(
            "search",
            "description",
            "is_scheduled",
            "cron_schedule",
            "dispatch.earliest_time",
            "dispatch.latest_time",
            "dispatch.max_time",
            "dispatch.allow_partial_results",
            "realtime_schedule",
            "allow_skew",
            "alert_type",
            "alert_comparator",
            "alert_threshold",
            "alert.track",
            "alert.severity",
            "alert.digest_mode",
            "actions");

    private static final Set<String> BOOLEANS = Set.of(
            "is_scheduled", "dispatch.allow_partial_results", "realtime_schedule", "alert.track", "alert.digest_mode");

    private static final Set<String> TRUE = Set.of("1", "true", "t");
    private static final Set<String> FALSE = Set.of("", "0", "false", "f");

    private SavedSearchFields() {}

    /** What we want of a deployment. */
    static SortedMap<String, String> wanted(Deployment deployment, long maximumSeconds) {
        Hunt hunt = deployment.hunt();
        Schedule schedule = Schedule.of(hunt.id());
        boolean live = deployment.state() == Deployment.State.LIVE;
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("search", deployment.text());
        fields.put("description", description(hunt));
        fields.put("is_scheduled", "1");
        fields.put("cron_schedule", schedule.cron());
        fields.put("dispatch.earliest_time", schedule.earliest());
        fields.put("dispatch.latest_time", schedule.latest());
        fields.put("dispatch.max_time", Long.toString(maximumSeconds));
        fields.put("dispatch.allow_partial_results", "0");
        fields.put("realtime_schedule", "0");
        fields.put("allow_skew", "10m");
        fields.put("alert_type", "number of events");
        fields.put("alert_comparator", "greater than");
        fields.put("alert_threshold", "0");
        fields.put("alert.track", live ? "1" : "0");
        fields.put("alert.severity", Integer.toString(severity(hunt.severity())));
        fields.put("alert.digest_mode", "1");
        fields.put("actions", "");
        fields.replaceAll(SavedSearchFields::normal);
        return fields;
    }

    /** What is there, of an entry's {@code content}. */
    static SortedMap<String, String> deployed(JsonNode content) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String key : KEYS) {
            fields.put(key, normal(key, content.path(key).asText("")));
        }
        fields.put("description", normal("description", withoutMarker(fields.get("description"))));
        return fields;
    }

    /** The text of the {@code description} that carries a marker. */
    static String marked(String description, Marker marker) {
        return description + "\n\n" + marker.text();
    }

    private static String withoutMarker(String description) {
        return Marker.in(description)
                .map(marker -> description.replace(marker.text(), ""))
                .orElse(description);
    }

    private static String description(Hunt hunt) {
        String techniques = hunt.techniques().isEmpty() ? "" : " ATT&CK: " + String.join(", ", hunt.techniques()) + ".";
        String references = hunt.references().isEmpty() ? "" : " Source: " + String.join(", ", hunt.references());
        // A text that reads like a marker would make the object nobody's, so no article gets one in.
        return (hunt.description() + techniques + references).replace("harrier:", "harrier :");
    }

    private static String normal(String key, String value) {
        if (BOOLEANS.contains(key) && TRUE.contains(value)) {
            return "1";
        }
        if (BOOLEANS.contains(key) && FALSE.contains(value)) {
            return "0";
        }
        return value.replace("\r\n", "\n").strip();
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL, LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }
}
