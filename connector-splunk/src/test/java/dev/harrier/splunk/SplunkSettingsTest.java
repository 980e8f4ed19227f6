package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Profile;
import dev.harrier.splunk.dialect.SplDialect;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplunkSettingsTest {
    private static final Map<String, String> GOOD =
            Map.of("url", "https://splunk.corp.example:8089", "app", "harrier", "owner", "svc-harrier");
    private static final Map<String, Secret> TOKEN = Map.of("token", Secret.of("s3cr3t"));

    @Test
    void takesWhatIsRight() {
        assertThatCode(() -> settings(GOOD, TOKEN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "app, a/b",
        "app, ../x",
        "app, ..",
        "app, -",
        "app, 'my app'",
        "owner, nobody/../admin",
        "owner, a%2Fb",
        "owner, -",
        "url, http://splunk.corp.example:8089",
        "url, https://user:s3cr3t@splunk.corp.example:8089",
        "url, https://splunk.corp.example:8089/en-GB",
        "url, https://splunk.corp.example:8089?s3cr3t",
        "url, splunk.corp.example",
        "url, 'https://splunk corp'",
        "timeout, 0",
        "timeout, -PT5S",
        "timeout, soon",
        "search-timeout, PT0.2S",
        "insecure, yes",
        "pin, md5/abc",
        "pin, sha256/short=",
        "client-keys, /keys.p12",
        "proxy, https://proxy:1",
        "proxy, http://user:s3cr3t@proxy:1",
        "proxy, http://proxy",
        "sharing, user",
        "sharing, app",
        "read-roles, *",
        "write-roles, 'admin,Bad Role'",
        "searches, 0",
        "searches, many",
        "suppress, a day",
        "suppress, 0h",
        "schedule-window, 60",
        "schedule-window, 0",
        "enterprise-security, yes",
        "format, tables",
        "macros, yes",
        "fallback, cim",
        "index, 'a b'",
        "accelerated-models, Endpont",
        "lookups, 1",
        "instance, x"
    })
    void namesWhatIsWrong(String key, String value) {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put(key, value);

        assertThat(refusal(values, TOKEN)).hasMessageContaining(key);
    }

    @Test
    void saysHuntsAsTheSiteWants() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put("index", "win,sysmon*");
        values.put("accelerated-models", "Endpoint");

        assertThat(settings(values, TOKEN).profile())
                .isEqualTo(new Profile("cim", Map.of("index", "win,sysmon*", "accelerated-models", "Endpoint")));
        assertThat(settings(GOOD, TOKEN).profile()).isEqualTo(new SplDialect().defaultProfile());
    }

    @Test
    void insecureAndAPinContradictEachOther() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put("insecure", "true");
        values.put("pin", "sha256/" + "A".repeat(43) + "=");

        assertThat(refusal(values, TOKEN)).hasMessageContaining("insecure checks nothing");
    }

    @Test
    void aTokenWithALineEndIsRefusedWithoutBeingShown() {
        assertThat(refusal(GOOD, Map.of("token", Secret.of("s3cr3t\n")))).hasMessageContaining("line end");
    }

    @Test
    void allProblemsAtOnce() {
        assertThat(refusal(Map.of("app", "a/b", "timeout", "soon"), Map.of()))
                .hasMessageContaining("url")
                .hasMessageContaining("app")
                .hasMessageContaining("timeout")
                .hasMessageContaining("no credential");
    }

    private static SplunkSettings settings(Map<String, String> values, Map<String, Secret> secrets) {
        return SplunkSettings.of(new Settings("corp", "prod", values, secrets));
    }

    private static ConnectorException refusal(Map<String, String> values, Map<String, Secret> secrets) {
        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, () -> settings(values, secrets));
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(refusal).hasMessageNotContaining("s3cr3t");
        return refusal;
    }
}
