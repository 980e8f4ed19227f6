package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Coverage;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport.Target;
import java.time.Instant;
import java.util.OptionalLong;

/** A target as JSON, without what it knows of each hunt. */
final class TargetJson {
    private TargetJson() {}

    static ObjectNode of(Target target) {
        ObjectNode json = Json.object();
        json.put("name", target.name());
        json.set("changes", Json.array(target.changes(), TargetJson::change));
        json.set("unwanted", Json.texts(target.unwanted()));
        json.set("coverage", Json.array(target.coverage(), TargetJson::coverage));
        target.scanned().bytes().ifPresent(bytes -> json.put("scannedBytes", bytes));
        return json;
    }

    private static ObjectNode change(ChangeWords change) {
        ObjectNode json = Json.object();
        json.put("word", change.word());
        json.put("name", change.name());
        change.hunt().ifPresent(hunt -> json.put("hunt", hunt.toString()));
        json.put("detail", change.detail());
        return json;
    }

    private static ObjectNode coverage(Coverage coverage) {
        ObjectNode json = Json.object();
        json.put("kind", coverage.kind().category());
        json.put("events", coverage.events());
        json.put("hosts", coverage.hosts());
        coverage.last().ifPresent(last -> json.put("last", last.toString()));
        return json;
    }

    static OptionalLong readScanned(JsonNode json) {
        return json.has("scannedBytes") ? OptionalLong.of(Fields.number(json, "scannedBytes")) : OptionalLong.empty();
    }

    static ChangeWords readChange(JsonNode json) {
        return new ChangeWords(
                Fields.text(json, "word"),
                Fields.text(json, "name"),
                Fields.optional(json, "hunt").map(HuntId::parse),
                Fields.text(json, "detail"));
    }

    static Coverage readCoverage(JsonNode json) {
        return new Coverage(
                Fields.word(EventKind.class, json, "kind"),
                Fields.number(json, "events"),
                Fields.number(json, "hosts"),
                Fields.optional(json, "last").map(Instant::parse));
    }
}
