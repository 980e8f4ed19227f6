package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Hits;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.HuntVerdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A STIX 2.1 bundle of what was seen: for each indicator hunt that was hit, an indicator of all that it looks for, and a sighting per
 * target. Which of its observables was seen, a count doesn't tell, so that no single one is claimed. Ids are the same in each run.
 */
final class SightingBundle {
    /** STIX 2.1, section 5.2: a sighting's count ends there. */
    private static final long MOST = 999_999_999;

    /** Objects that are the same in each run have to say the same. */
    private static final String BEGIN = "1970-01-01T00:00:00.000Z";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ValidationReport report;
    private final String now;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

    private SightingBundle(ValidationReport report) {
        this.report = report;
        this.now = TIME.format(report.at());
    }

    static String of(ValidationReport report) {
        return Json.pretty(new SightingBundle(report).bundle());
    }

    private ObjectNode bundle() {
        report.verdicts().stream()
                .filter(verdict -> verdict.hunt().kind() == Hunt.Kind.INDICATOR)
                .filter(verdict -> CountWords.isHit(verdict.count()))
                .forEach(this::seen);
        ObjectNode json = Json.object();
        json.put("type", "bundle");
        json.put("id", "bundle--" + HuntId.derived("stix-sightings", report.at().toString()));
        if (!objects.isEmpty()) {
            objects.values().forEach(json.putArray("objects")::add);
        }
        return json;
    }

    private void seen(HuntVerdict verdict) {
        SightingPattern.of(verdict.hunt()).ifPresent(pattern -> {
            String indicator = id("indicator", verdict.hunt().id().toString());
            String where = id("identity", verdict.target());
            objects.computeIfAbsent(indicator, id -> indicator(id, verdict.hunt(), pattern));
            objects.computeIfAbsent(where, id -> identity(id, verdict.target()));
            objects.computeIfAbsent(
                    id(
                            "sighting",
                            verdict.hunt().id().toString(),
                            verdict.target(),
                            report.window().toString()),
                    id -> sighting(id, verdict, indicator, where));
        });
    }

    private static String id(String type, String... of) {
        String[] parts = new String[of.length + 1];
        parts[0] = "stix-" + type + "-of-hunt";
        System.arraycopy(of, 0, parts, 1, of.length);
        return type + "--" + HuntId.derived(parts);
    }

    private ObjectNode object(String type, String id) {
        ObjectNode json = Json.object();
        json.put("type", type).put("spec_version", "2.1").put("id", id);
        String time = type.equals("sighting") ? now : BEGIN;
        json.put("created", time).put("modified", time);
        return json;
    }

    private ObjectNode identity(String id, String target) {
        return object("identity", id).put("name", target).put("identity_class", "system");
    }

    private ObjectNode indicator(String id, Hunt hunt, String pattern) {
        ObjectNode json = object("indicator", id);
        json.put("name", hunt.title());
        json.put("description", hunt.description());
        json.putArray("indicator_types").add("malicious-activity");
        json.put("pattern", pattern).put("pattern_type", "stix");
        json.put("valid_from", BEGIN);
        return json;
    }

    private ObjectNode sighting(String id, HuntVerdict verdict, String indicator, String where) {
        Hits hits = CountWords.hits(verdict.count()).orElse(Hits.NONE);
        ObjectNode json = object("sighting", id);
        json.put("description", verdict.verdict().word() + ": " + verdict.reason());
        Instant first = hits.first().orElse(report.window().from());
        json.put("first_seen", TIME.format(first));
        hits.last().filter(last -> !last.isBefore(first)).ifPresent(last -> json.put("last_seen", TIME.format(last)));
        json.put("count", Math.min(MOST, hits.events()));
        json.put("sighting_of_ref", indicator);
        json.putArray("where_sighted_refs").add(where);
        return json;
    }
}
