package dev.harrier.sentinel.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    private ArmAnswer() {}

    static JsonNode of(SentinelSettings settings, String method, int status, byte[] body) {
        if (body.length > LARGEST) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    "the answer is larger than " + (LARGEST >> 20) + " MiB");
        }
        if (status == 204 || (method.equals("DELETE") && status == 200)) {
            return Arm.nothing();
        }
        if (status >= 200 && status < 300) {
            return json(settings, body);
        }
        String said = Diagnostics.in(new String(body, UTF_8)).text();
        Kind kind = kind(method, status, said.toLowerCase(Locale.ROOT));
        throw new ConnectorException(
                kind, settings.target(), "ARM answers " + status + ": " + said + wayOut(kind, said));
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

    private static Kind kind(String method, int status, String said) {
        return switch (status) {
            case 400 -> refusedRequest(method, said);
            case 401 -> Kind.AUTHENTICATION;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409, 412 -> Kind.CONFLICT;
            case 429 -> Kind.THROTTLED;
            default -> status == 408 || status >= 500 ? Kind.UNAVAILABLE : Kind.UNEXPECTED_RESPONSE;
        };
    }

    private static Kind refusedRequest(String method, String said) {
        if (said.contains("recently deleted")) {
            return Kind.CONFLICT;
        }
        return method.equals("GET") ? Kind.CONFIGURATION : Kind.REJECTED_QUERY;
    }

    private static String wayOut(Kind kind, String said) {
        return switch (kind) {
            case FORBIDDEN -> "; the role Microsoft Sentinel Contributor is needed";
            case CONFIGURATION -> "; check subscription, resource-group, workspace and api-version";
            case CONFLICT -> said.contains("recently deleted") ? "; the service frees the id after about a day" : "";
            case REJECTED_QUERY ->
                said.contains("does not exist") || said.contains("Failed to resolve")
                        ? "; a rule needs its tables to be there"
                        : "";
            default -> "";
        };
    }
}
