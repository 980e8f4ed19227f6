package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.QuestionsConnectorContract;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.connector.Sighting;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract of all connectors on a real Splunk, in an app that nobody else uses: {@code -Dsplunk.live=https://host:8089
 * -Dsplunk.live.app=harrier_test}, a token in {@code HARRIER_SPLUNK_TOKEN}, a CA file in {@code HARRIER_SPLUNK_CA}. It makes and
 * deletes one saved search there, and begins nothing in an app that holds others of Harrier's. What needs events of its own is skipped. Its name keeps it out of a
 * build that doesn't ask for it.
 */
@EnabledIfSystemProperty(named = "splunk.live", matches = "https?://.+")
class LiveSplunk extends QuestionsConnectorContract {
    private static final String APP = System.getProperty("splunk.live.app", "harrier_test");
    private final Splunkd splunkd = new Splunkd(settings("contract"), Waiting.REALLY);

    /** An app with anything else of Harrier's is somebody's: nothing in it is touched. */
    @BeforeEach
    void isNobodys() {
        try (Connector any = connect(DEPLOYMENT)) {
            Optional<RemoteObject> other = any.deployed().stream()
                    .filter(object -> !object.name().equals(made()))
                    .findFirst();
            other.ifPresent(object -> {
                throw new IllegalStateException("app " + APP + " holds saved searches of Harrier's, such as \""
                        + object.name() + "\": name an app that nobody uses by -Dsplunk.live.app");
            });
        }
        removeWhatWasMade();
    }

    /** The one name that the contract writes to; what a run that was cut off left there goes too. */
    private String made() {
        return SavedSearchName.of(hunt(NEEDLE));
    }

    private void removeWhatWasMade() {
        try {
            splunkd.delete(SavedSearchListing.path(made()));
        } catch (ConnectorException e) {
            if (e.kind() != ConnectorException.Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    @AfterEach
    void removeAndClose() {
        try (splunkd) {
            removeWhatWasMade();
        }
    }

    @Override
    protected Connector connect(String deployment) {
        return new SplunkConnector(settings(deployment), dialect());
    }

    @Override
    protected Dialect dialect() {
        return new SplDialect();
    }

    @Override
    protected void plantForeign(WantedObject wanted) {
        Map<String, String> form = new TreeMap<>(wanted.fields());
        form.putAll(wanted.settings());
        form.entrySet().removeIf(entry -> ManagedKeys.isOptional(entry.getKey()));
        form.put("name", wanted.name());
        splunkd.post(SavedSearchListing.PATH, form);
    }

    @Override
    protected void editByHand(String name) {
        splunkd.post(SavedSearchListing.path(name), Map.of("search", "search index=main edited"));
    }

    /** A number that differs if anything differs that was written, or when: nobody tells how often. */
    @Override
    protected long writes() {
        StringBuilder state = new StringBuilder();
        splunkd.get(SavedSearchListing.PATH, Map.of("count", "0", "search", "name=\"" + SavedSearchName.PREFIX + "*\""))
                .path("entry")
                .forEach(entry -> state.append(entry.path("name"))
                        .append(entry.path("updated"))
                        .append(entry.path("content").path("search"))
                        .append(entry.path("content").path("description"))
                        .append(entry.path("content").path("disabled")));
        return state.toString().hashCode();
    }

    @Override
    protected void hold(List<Sighting> sightings) {
        Assumptions.abort("events of our own would have to be indexed and tagged for CIM");
    }

    @Override
    protected void failSearches() {
        Assumptions.abort("a real Splunk can't be made to fail");
    }

    private static SplunkSettings settings(String deployment) {
        Map<String, String> values = new HashMap<>(Map.of("url", System.getProperty("splunk.live"), "app", APP));
        String authority = System.getenv("HARRIER_SPLUNK_CA");
        if (authority != null) {
            values.put("ca", authority);
        }
        Map<String, Secret> secrets = new HashMap<>();
        String token = System.getenv("HARRIER_SPLUNK_TOKEN");
        if (token != null) {
            secrets.put("token", Secret.of(token));
        }
        return SplunkSettings.of(new Settings("live", deployment, values, secrets));
    }
}
