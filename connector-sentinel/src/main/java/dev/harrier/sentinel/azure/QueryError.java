package dev.harrier.sentinel.azure;

import com.azure.core.exception.HttpResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The innermost messages of the query API's nested errors, with line and position where it gives them. */
final class QueryError {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;

    private QueryError() {}

    static String of(HttpResponseException e) {
        String message = String.valueOf(e.getMessage());
        int brace = message.indexOf('{');
        if (brace < 0) {
            return "(no message)";
        }
        try {
            return innermost(JSON.readTree(message.substring(brace, message.lastIndexOf('}') + 1)));
        } catch (IOException | StringIndexOutOfBoundsException unreadable) {
            return "(no message that can be read)";
        }
    }

    private static String innermost(JsonNode body) {
        JsonNode error = body.path("error");
        List<String> said = new ArrayList<>();
        for (int depth = 0; depth < DEEPEST && error.isObject(); depth++) {
            String text = error.path("message").asText("");
            String place = error.has("line")
                    ? " (line " + error.path("line").asInt() + ", column "
                            + error.path("pos").asInt() + ")"
                    : "";
            if (!text.isEmpty()) {
                said.add(error.path("code").asText("") + " " + text + place);
            }
            error = error.path("innererror");
        }
        return said.isEmpty() ? "(no message)" : said.get(said.size() - 1).strip();
    }
}
