package dev.harrier.splunk.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** The shapes of splunkd's answers with {@code output_mode=json}. */
final class Answers {
    static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return json(status, body.toString());
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return text(status, "application/json; charset=UTF-8", body);
    }

    static ResponseDefinitionBuilder text(int status, String type, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body);
    }

    static ResponseDefinitionBuilder messages(int status, String type, String text) {
        ObjectNode body = JSON.createObjectNode();
        message(body, type, text);
        return json(status, body);
    }

    static void message(ObjectNode body, String type, String text) {
        body.withArray("messages").addObject().put("type", type).put("text", text);
    }

    /** An empty list of entries with its paging. */
    static ObjectNode feed(int total, int count, int offset) {
        ObjectNode feed = JSON.createObjectNode();
        feed.putArray("entry");
        feed.putObject("paging").put("total", total).put("perPage", count).put("offset", offset);
        feed.putArray("messages");
        return feed;
    }
}
