package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.Map;
import java.util.Optional;

/** Whether Enterprise Security is there: by its app, asked once, unless the settings say it. Thread-safe. */
final class EnterpriseSecurity {
    private static final String APP = "/services/apps/local/SplunkEnterpriseSecuritySuite";

    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private volatile boolean present;
    private volatile boolean known;

    EnterpriseSecurity(SplunkSettings settings, Splunkd splunkd) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.known = settings.objects().enterpriseSecurity() != SplunkSettings.EnterpriseSecurity.AUTO;
        this.present = settings.objects().enterpriseSecurity() == SplunkSettings.EnterpriseSecurity.ON;
    }

    /** As far as is known; no I/O. */
    boolean isPresent() {
        return present;
    }

    /** Asks, if nobody has. A wrong guess would switch the notables of live hunts off, so a refusal is one. */
    void learn() {
        if (!known) {
            present = version().isPresent();
            known = true;
        }
    }

    /** The version of the app, if it is there and switched on. */
    Optional<String> version() {
        try {
            JsonNode content = splunkd.get(APP, Map.of()).path("entry").path(0).path("content");
            if (content.isMissingNode()) {
                throw new ConnectorException(
                        Kind.UNEXPECTED_RESPONSE,
                        settings.target(),
                        "splunkd's answer doesn't say whether Enterprise Security is there");
            }
            return Flag.isOn(content.path("disabled"))
                    ? Optional.empty()
                    : Optional.of(content.path("version").asText("?"));
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e.kind() == Kind.FORBIDDEN ? untold(e) : e;
        }
    }

    private ConnectorException untold(ConnectorException e) {
        return new ConnectorException(
                e.kind(),
                settings.target(),
                "the role may not see whether Enterprise Security is there; set enterprise-security to on or off",
                e);
    }
}
