package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.SkippingWaiting;
import java.util.HashMap;
import java.util.Map;

/** How a test's connector reaches a splunkd. Immutable. */
record Connecting(String deployment, Map<String, String> values, Map<String, Secret> secrets, SkippingWaiting waiting) {
    static final String APP = "harrier";

    static Connecting to(FakeSplunkd splunkd) {
        return to(splunkd.url());
    }

    static Connecting to(String url) {
        return new Connecting(
                "contract",
                Map.of("url", url, "app", APP),
                Map.of("token", Secret.of(FakeSplunkd.TOKEN)),
                new SkippingWaiting());
    }

    Connecting as(String name) {
        return new Connecting(name, values, secrets, waiting);
    }

    Connecting with(String key, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(key, value);
        return new Connecting(deployment, more, secrets, waiting);
    }

    Connecting by(String key, String secret) {
        return new Connecting(deployment, values, Map.of(key, Secret.of(secret)), waiting);
    }

    SplunkSettings settings() {
        return SplunkSettings.of(new Settings("corp", deployment, values, secrets));
    }

    Connector connector() {
        return new SplunkConnector(settings(), new SplDialect(), waiting);
    }
}
