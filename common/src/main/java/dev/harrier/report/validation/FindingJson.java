package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.Hunt;
import dev.harrier.report.Json;
import dev.harrier.verdict.Allowance;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Verdicts, disagreements and proposals as JSON; each names its hunt by its id. */
final class FindingJson {
    private FindingJson() {}

    static ObjectNode of(HuntVerdict verdict) {
        ObjectNode json = Json.object();
        json.put("target", verdict.target());
        json.put("hunt", verdict.hunt().id().toString());
        json.put("verdict", verdict.verdict().word());
        json.set("count", CountJson.of(verdict.count()));
        json.put("reason", verdict.reason());
        return json;
    }

    static ObjectNode of(Disagreement disagreement) {
        ObjectNode json = Json.object();
        json.put("hunt", disagreement.hunt().id().toString());
        json.put("hit", disagreement.hit());
        json.put("miss", disagreement.miss());
        json.put("explanation", disagreement.explanation());
        return json;
    }

    static ObjectNode of(Proposal proposal) {
        ObjectNode json = Json.object();
        json.put("target", proposal.target());
        json.put("hunt", proposal.hunt().id().toString());
        json.put("step", proposal.step().name().toLowerCase(Locale.ROOT));
        json.put("reason", proposal.reason());
        proposal.allow().ifPresent(allow -> json.putObject("allow").set(allow.field(), Json.texts(allow.values())));
        return json;
    }

    static HuntVerdict verdict(JsonNode json, Function<String, Hunt> hunts) {
        return new HuntVerdict(
                hunts.apply(Fields.text(json, "hunt")),
                Fields.text(json, "target"),
                CountJson.read(json.path("count")),
                Fields.word(Verdict.class, json, "verdict"),
                Fields.text(json, "reason"));
    }

    static Disagreement disagreement(JsonNode json, Function<String, Hunt> hunts) {
        return new Disagreement(
                hunts.apply(Fields.text(json, "hunt")),
                Fields.text(json, "hit"),
                Fields.text(json, "miss"),
                Fields.text(json, "explanation"));
    }

    static Proposal proposal(JsonNode json, Function<String, Hunt> hunts) {
        return new Proposal(
                hunts.apply(Fields.text(json, "hunt")),
                Fields.text(json, "target"),
                Fields.word(Proposal.Step.class, json, "step"),
                Fields.text(json, "reason"),
                allow(json.path("allow")));
    }

    private static Optional<Allowance> allow(JsonNode json) {
        return json.properties().stream().findFirst().map(field -> {
            List<String> values = new ArrayList<>();
            field.getValue().forEach(value -> values.add(value.asText()));
            return new Allowance(field.getKey(), values);
        });
    }
}
