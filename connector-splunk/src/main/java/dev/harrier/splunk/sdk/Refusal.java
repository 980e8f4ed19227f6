package dev.harrier.splunk.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.SplunkSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns whatever a call died of into one typed exception that says the way out. */
final class Refusal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 600;

    private Refusal() {}

    static ConnectorException of(SplunkSettings settings, Login login, Exchange exchange, RuntimeException thrown) {
        return exchange.status() >= 400
                ? answered(settings, exchange.status(), login.masked(messages(exchange.body())))
                : unanswered(settings, exchange, thrown);
    }

    /** The password was refused before; it isn't sent again. */
    static ConnectorException login(SplunkSettings settings) {
        return refusal(Kind.AUTHENTICATION, settings, "splunkd has refused the user and password before");
    }

    private static ConnectorException answered(SplunkSettings settings, int status, String said) {
        return switch (status) {
            case 401 -> refusal(Kind.AUTHENTICATION, settings, "splunkd does not accept the credential: " + said);
            case 403 ->
                refusal(
                        Kind.FORBIDDEN,
                        settings,
                        "splunkd forbids it; check the role's capabilities and the" + " app's write permission: "
                                + said);
            case 404 -> refusal(Kind.NOT_FOUND, settings, "splunkd does not have it: " + said);
            case 409 -> refusal(Kind.CONFLICT, settings, "the name is taken: " + said);
            case 400 -> refusal(Kind.REJECTED_QUERY, settings, "splunkd rejects the request: " + said);
            case 429 -> refusal(Kind.THROTTLED, settings, "splunkd asks to wait: " + said);
            case 503 -> refusal(quota(said) ? Kind.THROTTLED : Kind.UNAVAILABLE, settings, "splunkd is busy: " + said);
            default ->
                refusal(
                        status >= 500 || status == 408 ? Kind.UNAVAILABLE : Kind.UNEXPECTED_RESPONSE,
                        settings,
                        "splunkd answers " + status + ": " + said);
        };
    }

    private static boolean quota(String said) {
        return said.toLowerCase(Locale.ROOT).contains("concurrent");
    }

    private static ConnectorException unanswered(SplunkSettings settings, Exchange exchange, RuntimeException thrown) {
        Optional<IOException> found = cause(thrown);
        if (found.isEmpty()) {
            String what = exchange.status() == 0 ? "there was no answer" : "the answer makes no sense";
            return new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE,
                    settings.target(),
                    what + "; is " + settings.url() + " splunkd's management port?",
                    thrown);
        }
        IOException cause = found.get();
        if (cause instanceof Capped.TooLarge) {
            return new ConnectorException(Kind.UNEXPECTED_RESPONSE, settings.target(), cause.getMessage(), cause);
        }
        return new ConnectorException(Kind.UNAVAILABLE, settings.target(), reason(settings, cause), cause);
    }

    private static String reason(SplunkSettings settings, IOException cause) {
        Optional<String> untrusted = TlsRefusal.reason(settings, cause);
        if (untrusted.isPresent()) {
            return untrusted.get();
        }
        if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return "interrupted while waiting for " + settings.url();
        }
        if (cause instanceof InterruptedIOException) {
            return "no answer from " + settings.url() + " within "
                    + settings.timeout().toSeconds() + " s";
        }
        if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
            return "cannot reach " + settings.url() + ": " + cause.getMessage();
        }
        return "the connection to " + settings.url() + " broke: " + cause.getMessage();
    }

    private static Optional<IOException> cause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static ConnectorException refusal(Kind kind, SplunkSettings settings, String message) {
        return new ConnectorException(kind, settings.target(), message);
    }

    /** All of splunkd's messages, not the first alone; none for a body that is not its JSON. */
    private static String messages(byte[] body) {
        List<String> texts = new ArrayList<>();
        try {
            for (JsonNode message : JSON.readTree(body).path("messages")) {
                texts.add(message.path("text").asText());
            }
        } catch (IOException e) {
            return "(no message that can be read)";
        }
        String all = texts.isEmpty() ? "(no message)" : String.join("; ", texts);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }
}
