package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.Severity;
import dev.harrier.hunt.HuntId;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.verdict.SeverityConfirmation;
import java.net.URI;
import java.util.Optional;

/** A pack as JSON: the article's severity on paper and on each target. */
final class PackSummaryJson {
    private PackSummaryJson() {}

    static ObjectNode of(Pack pack) {
        ObjectNode json = Json.object();
        json.put("name", pack.name());
        json.put("title", pack.title());
        pack.url().ifPresent(url -> json.put("url", url.toString()));
        pack.severity().ifPresent(severity -> json.put("severity", severity.word()));
        json.set("hunts", Json.texts(pack.hunts().stream().map(HuntId::toString).toList()));
        json.set("confirmations", Json.array(pack.confirmations(), PackSummaryJson::confirmation));
        return json;
    }

    private static ObjectNode confirmation(SeverityConfirmation confirmation) {
        ObjectNode json = Json.object();
        json.put("target", confirmation.target());
        json.put("prior", confirmation.prior().word());
        json.put("posterior", confirmation.posterior().word());
        json.set("reasons", Json.texts(confirmation.reasons()));
        return json;
    }

    static Pack read(JsonNode json) {
        return new Pack(
                Fields.text(json, "name"),
                Fields.text(json, "title"),
                Fields.optional(json, "url").map(URI::create),
                json.has("severity") ? Optional.of(Fields.word(Severity.class, json, "severity")) : Optional.empty(),
                Fields.texts(json, "hunts").stream().map(HuntId::parse).toList(),
                Fields.list(json, "confirmations", PackSummaryJson::readConfirmation));
    }

    private static SeverityConfirmation readConfirmation(JsonNode json) {
        return new SeverityConfirmation(
                Fields.text(json, "target"),
                Fields.word(Severity.class, json, "prior"),
                Fields.word(Severity.class, json, "posterior"),
                Fields.texts(json, "reasons"));
    }
}
