package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.report.Json;
import dev.harrier.report.RunReport;
import dev.harrier.report.ValidationReport.Target;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a target knows of one hunt, as JSON: state, query, its own runs and alerts. */
final class DeployedJson {
    private DeployedJson() {}

    /** One per hunt that the target knows something of, by the hunts' ids. */
    static Stream<ObjectNode> of(Target target) {
        TreeSet<HuntId> hunts = new TreeSet<>(target.states().keySet());
        hunts.addAll(target.queries().keySet());
        hunts.addAll(target.runs().keySet());
        hunts.addAll(target.alerts().keySet());
        hunts.addAll(target.scanned().byHunt().keySet());
        return hunts.stream().map(hunt -> of(target, hunt));
    }

    private static ObjectNode of(Target target, HuntId hunt) {
        ObjectNode json = Json.object();
        json.put("target", target.name());
        json.put("hunt", hunt.toString());
        Optional.ofNullable(target.states().get(hunt))
                .ifPresent(state -> json.put("state", state.name().toLowerCase(Locale.ROOT)));
        Optional.ofNullable(target.queries().get(hunt)).ifPresent(query -> query(json.putObject("query"), query));
        others(json, target, hunt);
        return json;
    }

    /** What a target tells beside the count, each only where it does. */
    static void others(ObjectNode json, Target target, HuntId hunt) {
        Optional.ofNullable(target.runs().get(hunt)).ifPresent(runs -> runs(json.putObject("runs"), runs));
        Optional.ofNullable(target.alerts().get(hunt)).ifPresent(alerts -> alerts(json, alerts));
        Optional.ofNullable(target.scanned().byHunt().get(hunt)).ifPresent(bytes -> json.put("scannedBytes", bytes));
    }

    private static void query(ObjectNode json, RunReport.Query query) {
        query.text().ifPresent(text -> json.put("text", text));
        query.unsupported().ifPresent(why -> json.put("unsupported", why));
    }

    private static void runs(ObjectNode json, ScheduledRuns runs) {
        json.put("runs", runs.runs());
        json.put("results", runs.results());
        numbers(json.putObject("skipped"), runs.skipped());
        runs.last().ifPresent(last -> json.put("last", last.toString()));
    }

    /** Two keys: what was decided, and how many alerts there were where that is told apart. */
    private static void alerts(ObjectNode json, RaisedAlerts alerts) {
        numbers(json.putObject("alerts"), alerts.byDisposition());
        alerts.alerts().ifPresent(raised -> json.put("raised", raised));
    }

    private static void numbers(ObjectNode json, SortedMap<String, Long> numbers) {
        numbers.forEach(json::put);
    }

    static RunReport.Query readQuery(JsonNode json) {
        return new RunReport.Query(Fields.optional(json, "text"), Fields.optional(json, "unsupported"));
    }

    static ScheduledRuns readRuns(JsonNode json) {
        return new ScheduledRuns(
                Fields.number(json, "runs"),
                Fields.number(json, "results"),
                readNumbers(json.path("skipped")),
                Fields.optional(json, "last").map(Instant::parse));
    }

    /** Of what the target knows of a hunt, whole. */
    static RaisedAlerts readAlerts(JsonNode json) {
        OptionalLong raised =
                json.has("raised") ? OptionalLong.of(Fields.number(json, "raised")) : OptionalLong.empty();
        return new RaisedAlerts(readNumbers(json.path("alerts")), raised);
    }

    private static SortedMap<String, Long> readNumbers(JsonNode json) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        json.fieldNames().forEachRemaining(key -> numbers.put(key, Fields.number(json, key)));
        return numbers;
    }
}
