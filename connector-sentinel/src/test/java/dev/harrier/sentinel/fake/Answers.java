package dev.harrier.sentinel.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** Azure's ways to answer. */
final class Answers {
    private Answers() {}

    static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString());
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return json(status, object().set("error", object().put("code", code).put("message", message)));
    }

    /** The query API's nested diagnostics. */
    static ObjectNode diagnostics(String code, String message, int line, int column) {
        ObjectNode innermost = object().put("code", code)
                .put("message", message)
                .put("line", line)
                .put("pos", column);
        ObjectNode middle = object().put("code", "SemanticError").put("message", "A semantic error occurred.");
        middle.set("innererror", innermost);
        ObjectNode outer = object().put("message", "The request had some invalid properties")
                .put("code", "BadArgumentError");
        outer.set("innererror", middle);
        return object().set("error", outer);
    }

    /** ARM's way to say the same: as text inside a message. */
    static ResponseDefinitionBuilder badRule(String code, String message, int line, int column) {
        String hidden = diagnostics(code, message, line, column).toString();
        return error(400, "BadRequest", "FailedToResolveScalarExpression; Message: " + hidden);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
