package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.sentinel.SentinelSettings.Credential;
import dev.harrier.sentinel.fake.FakeAzure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings, all their problems at once. */
class SettingsTest {
    private static final String ID = FakeAzure.GUID;
    private static final Map<String, String> GITHUB = Map.of(
            "ACTIONS_ID_TOKEN_REQUEST_URL", "https://token.example/x?a=b", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "permit");

    @Test
    void aSecretIsCredentialEnough() {
        SentinelSettings settings =
                read(Map.of("tenant-id", ID, "client-id", ID), Map.of("client-secret", "s"), Map.of());

        assertThat(settings.credential()).isInstanceOf(Credential.ClientSecret.class);
        assertThat(settings.endpoints().arm()).isEqualTo(URI.create("https://management.azure.com"));
        assertThat(settings.policy()).isEqualTo(RulePolicy.USUAL);
    }

    @Test
    void eachCredentialCanBeNamed() {
        Map<String, String> ids = Map.of("tenant-id", ID, "client-id", ID);
        assertThat(credential(ids, "certificate", "certificate", "/c.pem", Map.of()))
                .isEqualTo(new Credential.Certificate(ID, ID, Path.of("/c.pem"), Optional.empty()));
        assertThat(credential(ids, "workload-identity", "federated-token-file", "/t", GITHUB))
                .isEqualTo(new Credential.TokenFile(ID, ID, Path.of("/t")));
        assertThat(credential(ids, "workload-identity", "timeout", "9", GITHUB))
                .isInstanceOfSatisfying(
                        Credential.GitHubActions.class,
                        actions -> assertThat(actions.permit().reveal()).isEqualTo("permit"));
        assertThat(credential(Map.of(), "managed-identity", "client-id", ID, Map.of()))
                .isEqualTo(new Credential.ManagedIdentity(Optional.of(ID)));
        assertThat(credential(Map.of(), "azure-cli", "tenant-id", ID, Map.of()))
                .isEqualTo(new Credential.AzureCli(Optional.of(ID)));
        assertThat(credential(Map.of(), "default", "timeout", "9", Map.of()))
                .isEqualTo(new Credential.Default(Optional.empty()));
    }

    @Test
    void aCloudHasItsAddressesAndOneOfThemMayBeAnother() {
        SentinelSettings settings =
                read(Map.of("cloud", "us-government", "arm-endpoint", "https://arm.example/"), Map.of(), Map.of());

        assertThat(settings.endpoints().arm()).isEqualTo(URI.create("https://arm.example"));
        assertThat(settings.endpoints().query()).isEqualTo(URI.create("https://api.loganalytics.us/v1"));
        assertThat(settings.endpoints().authority()).isEqualTo(URI.create("https://login.microsoftonline.us"));
    }

    /** learn.microsoft.com, "Azure Government endpoint mapping" and "Azure China developer guide". */
    @ParameterizedTest
    @CsvSource({
        "public, management.azure.com, api.loganalytics.io, login.microsoftonline.com",
        "us-government, management.usgovcloudapi.net, api.loganalytics.us, login.microsoftonline.us",
        "china, management.chinacloudapi.cn, api.loganalytics.azure.cn, login.chinacloudapi.cn"
    })
    void noAddressOfACloudIsInAnother(String cloud, String arm, String query, String authority) {
        SentinelSettings.Endpoints endpoints =
                read(Map.of("cloud", cloud), Map.of(), Map.of()).endpoints();

        assertThat(endpoints.arm()).isEqualTo(URI.create("https://" + arm));
        assertThat(endpoints.query()).isEqualTo(URI.create("https://" + query + "/v1"));
        assertThat(endpoints.authority()).isEqualTo(URI.create("https://" + authority));
    }

    @Test
    void howRulesRunIsSet() {
        RulePolicy policy = read(
                        Map.of(
                                "frequency", "12h",
                                "suppress", "24h",
                                "alerts", "per-result",
                                "incidents", "grouped",
                                "rule-budget", "1024",
                                "low-confidence", "rule",
                                "retire", "delete"),
                        Map.of(),
                        Map.of())
                .policy();

        assertThat(policy)
                .isEqualTo(new RulePolicy(
                        Duration.ofHours(12),
                        Duration.ofHours(12),
                        Optional.of(Duration.ofHours(24)),
                        RulePolicy.Grouping.PER_RESULT,
                        RulePolicy.Incidents.GROUPED,
                        1_024,
                        true,
                        true));
    }

    @Test
    void allProblemsAreNamedAtOnceAndNoValueOfASecret() {
        Map<String, String> values = new HashMap<>(Map.of(
                "subscription", "nonsense",
                "workspace-id", "nonsense",
                "credential", "magic",
                "cloud", "nine",
                "arm-endpoint", "http://plain.example",
                "api-version", "latest",
                "proxy", "socks://p:1",
                "timeout", "0"));
        values.putAll(Map.of(
                "frequency", "30m",
                "lookback", "3d",
                "suppress", "48h",
                "alerts", "all",
                "incidents", "all",
                "rule-budget", "many",
                "low-confidence", "maybe",
                "retire", "burn",
                "colour", "red"));
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class, () -> read(values, Map.of("password", "s3cr3t"), Map.of()));

        assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CONFIGURATION);
        values.keySet().stream().filter(key -> !key.equals("lookback")).forEach(key -> assertThat(e)
                .hasMessageContaining(key));
        assertThat(e).hasMessageContaining("lookback").hasMessageContaining("unknown setting password");
        assertThat(e).hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aJobWithoutTheRightToATokenIsToldTheWayOut() {
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class,
                () -> credential(
                        Map.of("tenant-id", ID, "client-id", ID), "workload-identity", "timeout", "9", Map.of()));

        assertThat(e).hasMessageContaining("id-token: write");
    }

    private static Credential credential(
            Map<String, String> ids, String word, String key, String value, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>(ids);
        values.put("credential", word);
        values.put(key, value);
        return read(values, Map.of(), environment).credential();
    }

    private static SentinelSettings read(
            Map<String, String> more, Map<String, String> secrets, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>(
                Map.of("subscription", ID, "resource-group", "rg", "workspace", "ws", "workspace-id", ID));
        values.putAll(more);
        Map<String, Secret> hidden = new HashMap<>();
        secrets.forEach((name, value) -> hidden.put(name, Secret.of(value)));
        return SentinelSettings.of(new Settings("sentinel", "test", values, hidden), environment);
    }
}
