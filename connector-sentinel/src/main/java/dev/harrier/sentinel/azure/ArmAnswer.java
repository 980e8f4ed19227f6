package dev.harrier.sentinel.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.sentinel.SentinelSettings;
import java.io.IOException;
import java.util.Locale;

/** Reads ARM's answers and types its refusals. */
final class ArmAnswer {
    /** 32 MiB. */
    static final int LARGEST = 32 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 800;

    private ArmAnswer() {}

    static JsonNode of(SentinelSettings settings, int status, byte[] body) {
        if (body.length > LARGEST) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    "the answer is larger than " + (LARGEST >> 20) + " MiB");
        }
        if (status >= 200 && status < 300) {
            return json(settings, body);
        }
        throw refusal(settings, status, said(body));
    }

    private static JsonNode json(SentinelSettings settings, byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE, settings.target(), "ARM's answer is no JSON; is a proxy in between?", e);
        }
        throw new ConnectorException(Kind.UNEXPECTED_RESPONSE, settings.target(), "ARM's answer is no JSON object");
    }

    private static ConnectorException refusal(SentinelSettings settings, int status, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        Kind kind =
                switch (status) {
                    case 400 -> lower.contains("recently deleted") ? Kind.CONFLICT : Kind.REJECTED_QUERY;
                    case 401 -> Kind.AUTHENTICATION;
                    case 403 -> Kind.FORBIDDEN;
                    case 404 -> Kind.NOT_FOUND;
                    case 409, 412 -> Kind.CONFLICT;
                    case 429 -> Kind.THROTTLED;
                    default -> Kind.UNAVAILABLE;
                };
        String wayOut = kind == Kind.FORBIDDEN ? "; the role Microsoft Sentinel Contributor is needed" : "";
        return new ConnectorException(kind, settings.target(), "ARM answers " + status + ": " + said + wayOut);
    }

    private static String said(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            String text =
                    error.path("code").asText() + " " + error.path("message").asText();
            String plain = text.isBlank() ? "(no message)" : text.strip();
            return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
        } catch (IOException e) {
            return "(no message that can be read)";
        }
    }
}
