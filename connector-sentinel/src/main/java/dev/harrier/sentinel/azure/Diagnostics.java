package dev.harrier.sentinel.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says about a query: nested errors, of which the innermost tells most, with line and column where it gives them.
 * The query API answers with them as JSON, ARM hides the same JSON as text inside its message.
 *
 * @param text for people
 * @param unresolved the table or column that the workspace doesn't know, if that is what is wrong
 */
record Diagnostics(String text, Optional<String> unresolved) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;
    private static final int LONGEST = 800;
    private static final Pattern UNRESOLVED = Pattern.compile(
            "(?i)(?:failed to resolve (?:\\w+ ){0,6}(?:named )?|unknown function: ?)'([A-Za-z_][\\w.-]{0,100})'");

    /** Reads an answer's body, or whatever text surrounds it. */
    static Diagnostics in(String text) {
        return json(text)
                .map(Diagnostics::innermost)
                .filter(said -> !said.isEmpty())
                .map(Diagnostics::said)
                .orElse(new Diagnostics("(no message that can be read)", Optional.empty()));
    }

    private static Diagnostics said(String said) {
        Matcher unresolved = UNRESOLVED.matcher(said);
        Optional<String> name = unresolved.find() ? Optional.of(unresolved.group(1)) : Optional.empty();
        return new Diagnostics(said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…", name);
    }

    private static Optional<JsonNode> json(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text.substring(from, to + 1)));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static String innermost(JsonNode body) {
        JsonNode error = body.path("error");
        String said = "";
        for (int depth = 0; depth < DEEPEST && error.isObject(); depth++) {
            String message = error.path("message").asText("");
            Optional<String> hidden = json(message).map(Diagnostics::innermost).filter(inner -> !inner.isEmpty());
            if (hidden.isPresent()) {
                return hidden.get();
            }
            if (!message.isEmpty()) {
                said = (error.path("code").asText("") + " " + message + place(error)).strip();
            }
            error = error.path("innererror");
        }
        return said;
    }

    private static String place(JsonNode error) {
        return error.has("line")
                ? " (line " + error.path("line").asInt() + ", column "
                        + error.path("pos").asInt() + ")"
                : "";
    }
}
