package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The report as JSON, whole, by {@code validation-report.schema.json}: one item a line, so that a difference can be read, and written
 * item by item, so that a large report is never in memory as a tree. {@link SavedReport} reads it back.
 */
final class ValidationJson {
    /** Of the schema; a change that a reader can't pass over raises it. */
    static final int VERSION = 1;

    private final StringBuilder out = new StringBuilder("{");

    private ValidationJson() {}

    static String of(ValidationReport report) {
        ValidationJson json = new ValidationJson();
        json.key("version").append(VERSION);
        json.key("at").append(quoted(report.at().toString()));
        json.key("from").append(quoted(report.window().from().toString()));
        json.key("to").append(quoted(report.window().to().toString()));
        json.lines("packs", report.packs().stream().map(PackSummaryJson::of));
        json.lines("hunts", report.hunts().stream().map(HuntJson::of));
        json.lines("targets", report.targets().stream().map(TargetJson::of));
        json.lines("deployed", report.targets().stream().flatMap(DeployedJson::of));
        json.lines("verdicts", report.verdicts().stream().map(FindingJson::of));
        json.lines("disagreements", report.disagreements().stream().map(FindingJson::of));
        json.lines("proposals", report.proposals().stream().map(FindingJson::of));
        json.lines(
                "days", new TreeMap<>(report.days()).entrySet().stream().flatMap(e -> days(e.getKey(), e.getValue())));
        json.lines("problems", report.problems().stream().map(TextNode::new));
        return json.out.append("\n}\n").toString();
    }

    private static String quoted(String text) {
        return Json.line(new TextNode(text));
    }

    private StringBuilder key(String name) {
        out.append(out.length() == 1 ? "\n" : ",\n");
        return out.append(quoted(name)).append(": ");
    }

    private void lines(String name, Stream<? extends JsonNode> items) {
        StringBuilder array = key(name).append('[');
        int start = array.length();
        items.forEach(
                item -> array.append(array.length() == start ? "\n" : ",\n").append(Json.line(item)));
        array.append(array.length() == start ? "]" : "\n]");
    }

    private static Stream<ObjectNode> days(HuntId hunt, Map<String, List<DayCount>> byTarget) {
        return new TreeMap<>(byTarget).entrySet().stream().map(entry -> Json.object()
                .put("hunt", hunt.toString())
                .put("target", entry.getKey())
                .<ObjectNode>set("days", Json.array(entry.getValue(), ValidationJson::day)));
    }

    private static ObjectNode day(DayCount day) {
        ObjectNode json = Json.object();
        json.put("day", day.day().toString());
        json.put("at", day.at().toString());
        json.put("query", day.query());
        json.set("count", CountJson.of(day.count()));
        return json;
    }
}
