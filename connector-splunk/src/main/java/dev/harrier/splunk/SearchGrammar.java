package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.dialect.LintFinding;
import dev.harrier.splunk.dialect.ParserWords;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.List;
import java.util.Map;

/**
 * splunkd's own parser ({@code search/v2/parser}, before 9.0.2 {@code search/parser}): knows its commands, and the macros that our app sees.
 * With {@code parse_only} it looks up no more than that, and runs nothing.
 */
final class SearchGrammar {
    private final SplunkSettings settings;
    private final Splunkd splunkd;

    SearchGrammar(SplunkSettings settings, Splunkd splunkd) {
        this.settings = settings;
        this.splunkd = splunkd;
    }

    /**
     * What it has against a search.
     *
     * @throws ConnectorException if there is no answer, or one that doesn't say how it reads the search
     */
    List<LintFinding> findings(String search) {
        JsonNode answer;
        try {
            answer = parsed(Map.of("q", SearchJob.command(search.strip()), "parse_only", "true"));
        } catch (ConnectorException e) {
            if (e.kind() == Kind.REJECTED_QUERY) {
                return List.of(ParserWords.refused(search, said(e)));
            }
            throw e;
        }
        List<String> errors = SearchStatus.messages(answer, "FATAL", "ERROR");
        if (errors.isEmpty() && answer.path("commands").isEmpty()) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    "splunkd's parser does not say how it reads the search");
        }
        return errors.stream().map(said -> ParserWords.refused(search, said)).toList();
    }

    private JsonNode parsed(Map<String, String> parameters) {
        try {
            return splunkd.ask("search/v2/parser", parameters);
        } catch (ConnectorException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            return splunkd.get("search/parser", parameters);
        }
    }

    /** The message without the target's name, which whoever shows it puts before it. */
    private String said(ConnectorException refusal) {
        String message = refusal.getMessage();
        String prefix = settings.target() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }
}
