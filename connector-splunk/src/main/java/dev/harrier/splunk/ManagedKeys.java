package dev.harrier.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a saved search that we manage, the REST interface's spelling, and the one normal form of their values, for what we want
 * and for what is there alike. Facts from savedsearches.conf.spec 9.2: absent and empty are the same, booleans come as {@code 1},
 * {@code true} or {@code t}, JSON in any order of its keys.
 */
final class ManagedKeys {
    /** The list that fingerprints are over now. To manage another key: a new version, and the old list stays in {@link #signed}. */
    static final int VERSION = 2;

    /** How a hunt is run: written once, then its users' to change. */
    static final List<String> SCHEDULE =
            List.of("cron_schedule", "dispatch.earliest_time", "dispatch.latest_time", "schedule_window");

    private static final List<String> FIRST = List.of(
            "search",
            "description",
            "is_scheduled",
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
    /** Sent only where they say something: a splunkd without Enterprise Security may not know them, a role not be allowed to. */
    private static final List<String> OPTIONAL = List.of(
            "alert.suppress",
            "alert.suppress.period",
            "request.ui_dispatch_app",
            "action.notable",
            "action.notable.param.rule_title",
            "action.notable.param.rule_description",
            "action.notable.param.security_domain",
            "action.notable.param.severity",
            "action.risk",
            "action.risk.param._risk",
            "action.risk.param._risk_message",
            "action.risk.param._risk_score",
            "action.correlationsearch.enabled",
            "action.correlationsearch.label",
            "action.correlationsearch.annotations");

    /** Every key whose value is part of the fingerprint. */
    static final List<String> FIELDS = joined(FIRST, OPTIONAL);

    private static final List<String> FIRST_SIGNED =
            joined(FIRST, List.of("cron_schedule", "dispatch.earliest_time", "dispatch.latest_time"));

    private static final Set<String> BOOLEANS = Set.of(
            "is_scheduled",
            "dispatch.allow_partial_results",
            "realtime_schedule",
            "alert.track",
            "alert.digest_mode",
            "alert.suppress",
            "action.notable",
            "action.risk",
            "action.correlationsearch.enabled");
    private static final Set<String> JSON_VALUES =
            Set.of("action.risk.param._risk", "action.correlationsearch.annotations");
    private static final Set<String> TRUE = Set.of("1", "true", "t");
    private static final Set<String> FALSE = Set.of("", "0", "false", "f");
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private ManagedKeys() {}

    /** The keys that the fingerprint in a marker of some version is over; the newest list for a version that we don't know. */
    static List<String> signed(int version) {
        return version == 1 ? FIRST_SIGNED : FIELDS;
    }

    /** Whether a key goes out only where its value says something. */
    static boolean isOptional(String key) {
        return OPTIONAL.contains(key) || key.equals("schedule_window");
    }

    /** Whether a value of an optional key says nothing. */
    static boolean isResting(String key, String value) {
        boolean zeroIsNothing = BOOLEANS.contains(key) || key.equals("schedule_window");
        return value.isEmpty() || (zeroIsNothing && value.equals("0"));
    }

    static String normal(String key, String value) {
        if (BOOLEANS.contains(key)) {
            return TRUE.contains(value) ? "1" : FALSE.contains(value) ? "0" : value;
        }
        if (JSON_VALUES.contains(key)) {
            return sorted(value);
        }
        return switch (key) {
            case "actions" -> list(value);
            case "schedule_window" -> value.isBlank() ? "0" : value.strip();
            default -> value.replace("\r\n", "\n").strip();
        };
    }

    /** What is switched off leaves its parameters without meaning, and splunkd fills some with defaults. */
    static void quieten(SortedMap<String, String> fields) {
        List<String> actions = List.of(fields.getOrDefault("actions", "").split(","));
        for (String action : List.of("notable", "risk")) {
            if (!actions.contains(action)) {
                silence(fields, "action." + action);
            }
        }
        if (!fields.getOrDefault("action.correlationsearch.enabled", "0").equals("1")) {
            silence(fields, "action.correlationsearch");
        }
        if (!fields.getOrDefault("alert.suppress", "0").equals("1")) {
            silence(fields, "alert.suppress");
        }
    }

    private static void silence(SortedMap<String, String> fields, String what) {
        fields.replaceAll((key, value) -> key.equals(what) || key.startsWith(what + ".") ? normal(key, "") : value);
    }

    private static String list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String sorted(String value) {
        try {
            return value.isBlank() ? "" : JSON.writeValueAsString(JSON.readValue(value, Object.class));
        } catch (JsonProcessingException e) {
            return value.strip();
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
