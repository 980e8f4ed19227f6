package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.assess.Severity;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Marker;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hunt as a saved search, and a saved search as it stands, in the same normal form.
 *
 * @param maximumSeconds after which splunkd ends a run
 * @param objects how a site wants its saved searches
 * @param tables how events appear there
 * @param enterpriseSecurity whether live hunts raise notables and risk
 */
record SavedSearchFields(
        long maximumSeconds, SplunkSettings.Objects objects, List<TableMapping> tables, boolean enterpriseSecurity) {
    /** How hunts are written where no site says otherwise. */
    static SavedSearchFields plain() {
        SplunkSettings.Objects objects = new SplunkSettings.Objects(
                SplunkSettings.EnterpriseSecurity.OFF, Optional.empty(), Optional.empty(), Optional.empty());
        return new SavedSearchFields(300, objects, List.of(), false);
    }

    /** What is wanted of a deployment, and part of its fingerprint. */
    SortedMap<String, String> wanted(Deployment deployment) {
        Hunt hunt = deployment.hunt();
        boolean live = deployment.state() == Deployment.State.LIVE;
        SortedMap<String, String> fields = new TreeMap<>();
        ManagedKeys.FIELDS.forEach(key -> fields.put(key, ""));
        fields.put("search", deployment.text());
        fields.put("description", description(hunt));
        fields.put("is_scheduled", "1");
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
        if (live) {
            fields.putAll(alerting(deployment));
        }
        fields.replaceAll(ManagedKeys::normal);
        return fields;
    }

    /** When it runs, over what stretch of time; both bounds always, for a search without them runs over all time. */
    SortedMap<String, String> schedule(Hunt hunt) {
        Schedule schedule = Schedule.of(hunt.id());
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("cron_schedule", schedule.cron());
        settings.put("dispatch.earliest_time", schedule.earliest());
        settings.put("dispatch.latest_time", schedule.latest());
        settings.put("schedule_window", objects.window().orElse("0"));
        return settings;
    }

    private SortedMap<String, String> alerting(Deployment deployment) {
        SortedMap<String, String> fields = new TreeMap<>();
        objects.suppress().ifPresent(period -> {
            fields.put("alert.suppress", "1");
            fields.put("alert.suppress.period", period);
        });
        if (enterpriseSecurity) {
            fields.putAll(CorrelationSearch.fields(deployment, RiskObjects.of(deployment, tables)));
        }
        return fields;
    }

    /** What is there, of an entry's {@code content}, for some keys. */
    static SortedMap<String, String> deployed(JsonNode content, List<String> keys) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String key : keys) {
            fields.put(key, ManagedKeys.normal(key, content.path(key).asText("")));
        }
        ManagedKeys.quieten(fields);
        fields.computeIfPresent("description", (key, text) -> ManagedKeys.normal(key, withoutMarker(text)));
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

    private static int severity(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL, LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }
}
