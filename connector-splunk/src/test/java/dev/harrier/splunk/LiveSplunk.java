package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.QuestionsConnectorContract;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.connector.Sighting;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract of all connectors on a real Splunk, in an app that nobody else uses: {@code -Dsplunk.live=https://host:8089
 * -Dsplunk.live.app=harrier_test}, a token in {@code HARRIER_SPLUNK_TOKEN}, a CA file in {@code HARRIER_SPLUNK_CA}. It deletes every
 * saved search there whose name begins with Harrier's prefix. What needs events of its own is skipped. Its name keeps it out of a
 * build that doesn't ask for it.
 */
@EnabledIfSystemProperty(named = "splunk.live", matches = "https?://.+")
class LiveSplunk extends QuestionsConnectorContract {
    private static final String APP = System.getProperty("splunk.live.app", "harrier_test");
    private final Splunkd splunkd = new Splunkd(settings("contract"), Waiting.REALLY);

    @BeforeEach
    @AfterEach
    void empty() {
        try (Connector any = connect("contract")) {
            any.deployed().forEach(object -> splunkd.delete(SavedSearchListing.path(object.name())));
        }
    }

    @AfterEach
    void close() {
        splunkd.close();
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
        String token = String.valueOf(System.getenv("HARRIER_SPLUNK_TOKEN"));
        return SplunkSettings.of(new Settings("live", deployment, values, Map.of("token", Secret.of(token))));
    }
}
