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
 * @param line 1-based, 1 where it gives none
 * @param column 1-based, 1 where it gives none
 */
record Diagnostics(String text, Optional<String> unresolved, int line, int column) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;
    private static final int LONGEST = 800;
    private static final Pattern UNRESOLVED = Pattern.compile(
            "(?i)(?:failed to resolve (?:\\w+ ){0,6}(?:named )?|unknown function: ?)'([A-Za-z_][\\w.-]{0,100})'");

    /** One level of them: its words, empty if it has none, and its place. */
    private record Said(String text, int line, int column) {
        static final Said NOTHING = new Said("", 1, 1);

        static Said of(JsonNode error) {
            String words =
                    (error.path("code").asText("") + " " + error.path("message").asText("") + place(error)).strip();
            return new Said(
                    words, error.path("line").asInt(1), error.path("pos").asInt(1));
        }

        private static String place(JsonNode error) {
            return error.has("line")
                    ? " (line " + error.path("line").asInt() + ", column "
                            + error.path("pos").asInt() + ")"
                    : "";
        }

        boolean isNothing() {
            return text.isEmpty();
        }
    }

    /** Reads an answer's body, or whatever text surrounds it. */
    static Diagnostics in(String text) {
        return json(text)
                .map(Diagnostics::innermost)
                .filter(said -> !said.isNothing())
                .map(Diagnostics::read)
                .orElse(new Diagnostics("(no message that can be read)", Optional.empty(), 1, 1));
    }

    private static Diagnostics read(Said said) {
        Matcher unresolved = UNRESOLVED.matcher(said.text());
        Optional<String> name = unresolved.find() ? Optional.of(unresolved.group(1)) : Optional.empty();
        String text =
                said.text().length() <= LONGEST ? said.text() : said.text().substring(0, LONGEST) + "…";
        return new Diagnostics(text, name, said.line(), said.column());
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

    private static Said innermost(JsonNode body) {
        JsonNode error = body.path("error");
        Said said = Said.NOTHING;
        for (int depth = 0; depth < DEEPEST && error.isObject(); depth++) {
            String message = error.path("message").asText("");
            Optional<Said> hidden = json(message).map(Diagnostics::innermost).filter(inner -> !inner.isNothing());
            if (hidden.isPresent()) {
                return hidden.get();
            }
            said = message.isEmpty() ? said : Said.of(error);
            error = error.path("innererror");
        }
        return said;
    }
}
