package dev.harrier.splunk.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.SplunkSettings;
import java.io.IOException;

/** Reads what splunkd answers, which must be a JSON object and nothing else. */
final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_CONTENT = 204;

    private Answer() {}

    /** The object; an empty one for a 204. */
    static JsonNode object(SplunkSettings settings, Exchange exchange) {
        if (exchange.status() == NO_CONTENT) {
            return JSON.createObjectNode();
        }
        if (exchange.status() < 200 || exchange.status() >= 300) {
            throw nonsense(settings, "splunkd answers " + exchange.status(), null);
        }
        return parsed(settings, exchange.body());
    }

    private static JsonNode parsed(SplunkSettings settings, byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw nonsense(settings, "the answer is no JSON", e);
        }
        throw nonsense(settings, "the answer is no JSON object", null);
    }

    static ConnectorException nonsense(SplunkSettings settings, String what, Throwable cause) {
        return new ConnectorException(
                Kind.UNEXPECTED_RESPONSE,
                settings.target(),
                what + "; is " + settings.url() + " splunkd's management port, or a proxy's page?",
                cause);
    }
}
