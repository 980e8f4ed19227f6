package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.Severity;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.report.Json;
import java.time.Duration;
import java.util.Map;

/**
 * A hunt as JSON: all but its logic, which lies in the pack as Sigma and in the report as the queries that ran. What is read back has
 * the kind of event for a logic, and no text.
 */
final class HuntJson {
    private HuntJson() {}

    static ObjectNode of(Hunt hunt) {
        ObjectNode json = Json.object();
        json.put("id", hunt.id().toString());
        json.put("title", hunt.title());
        json.put("description", hunt.description());
        json.put("kind", hunt.kind().word());
        json.put("events", hunt.logic().kind().category());
        json.put("severity", hunt.severity().word());
        json.put("confidence", hunt.confidence().word());
        json.set("techniques", Json.texts(hunt.techniques()));
        json.set("grounds", Json.array(hunt.grounds(), HuntJson::ground));
        json.set("references", Json.texts(hunt.references()));
        json.set("falsePositives", Json.texts(hunt.falsePositives()));
        hunt.timeToLive().ifPresent(time -> json.put("timeToLive", time.toString()));
        json.put("because", hunt.selectedBecause());
        return json;
    }

    private static ObjectNode ground(Ground ground) {
        ObjectNode json = Json.object();
        json.put("field", ground.field());
        json.put("value", ground.value());
        json.putObject("quote")
                .put("text", ground.quote().text())
                .put("start", ground.quote().start())
                .put("end", ground.quote().end());
        return json;
    }

    static Hunt read(JsonNode json) {
        return new Hunt(
                HuntId.parse(Fields.text(json, "id")),
                Fields.text(json, "title"),
                Fields.text(json, "description"),
                Fields.word(Hunt.Kind.class, json, "kind"),
                new Logic.NativeQuery(Fields.word(EventKind.class, json, "events"), Map.of()),
                Fields.word(Severity.class, json, "severity"),
                Fields.word(Hunt.Confidence.class, json, "confidence"),
                Fields.texts(json, "techniques"),
                Fields.list(json, "grounds", HuntJson::readGround),
                Fields.texts(json, "references"),
                Fields.texts(json, "falsePositives"),
                Fields.optional(json, "timeToLive").map(Duration::parse),
                Fields.text(json, "because"));
    }

    private static Ground readGround(JsonNode json) {
        JsonNode quote = json.path("quote");
        String text = Fields.text(quote, "text");
        int start = Math.toIntExact(Fields.number(quote, "start"));
        int end = Math.toIntExact(Fields.number(quote, "end"));
        return new Ground(Fields.text(json, "field"), Fields.text(json, "value"), new Quote(text, start, end));
    }
}
