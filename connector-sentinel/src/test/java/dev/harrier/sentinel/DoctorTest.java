package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Check;
import dev.harrier.connector.Check.State;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.sentinel.azure.EntraCode;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.Operation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor finds, and that each finding that is not well says the way out. */
class DoctorTest extends WithFakeAzure {
    private static Map<String, Check> checks(RulePolicy policy) {
        try (Connector connector = Targets.connect(Targets.settings(azure, policy))) {
            Map<String, Check> checks = new LinkedHashMap<>();
            connector.doctor().forEach(check -> checks.put(check.name(), check));
            assertThat(checks.values())
                    .allSatisfy(check -> assertThat(check.wayOut().isEmpty()).isEqualTo(check.state() == State.OK));
            assertThat(azure.rules().writes() + azure.searches().writes()).isZero();
            return checks;
        }
    }

    private static Map<String, Check> checks() {
        return checks(RulePolicy.USUAL);
    }

    private static void healthy() {
        azure.queries()
                .answerRows(
                        "Usage\n",
                        List.of("DataType", "megabytes", "last"),
                        List.of(
                                List.of("DeviceProcessEvents", 12, Instant.now().getEpochSecond()),
                                List.of("DeviceFileEvents", 3, 1_700_000_000L)));
        azure.queries().answerRows("_SentinelHealth()", List.of("hits"), List.of(List.of(5)));
    }

    @Test
    void aWellWorkspaceIsWell() {
        healthy();

        Map<String, Check> checks = checks();

        assertThat(checks.keySet())
                .containsExactly("token", "workspace", "sentinel", "roles", "rules", "query", "tables", "health");
        assertThat(checks.values()).allMatch(check -> check.state() == State.OK);
        assertThat(checks.get("rules").finding()).contains("0 enabled").contains("512");
        assertThat(checks.get("tables").finding())
                .matches(".*today: DeviceProcessEvents \\(last .*silent: .*DeviceFileEvents \\(last 2023.*");
    }

    @Test
    void aRefusedLogInIsTheOnlyFinding() {
        azure.fail(Operation.TOKEN, Failure.UNAUTHORISED, 100);

        assertThat(checks()).hasSize(1).containsKey("token");
    }

    @Test
    void whatIsMissingIsNamedWithItsWayOut() {
        azure.workspace().notOnboarded();
        azure.workspace().customer("99999999-2222-3333-4444-555555555555");
        azure.workspace().allow(List.of("*/read"), List.of("Microsoft.OperationalInsights/workspaces/query/*"));
        azure.queries().refuseAny("Usage\n", "SEM0001", "No.");
        azure.queries().refuseAny("_SentinelHealth()", "SEM0260", "Unknown function: '_SentinelHealth'.");

        Map<String, Check> checks = checks();

        assertThat(checks.get("workspace").wayOut()).contains("99999999");
        assertThat(checks.get("sentinel").state()).isEqualTo(State.FAILED);
        assertThat(checks.get("roles").finding())
                .contains("alertRules/write", "savedSearches/write", "query/read")
                .doesNotContain("alertRules/read");
        assertThat(checks.get("roles").wayOut()).contains("Microsoft Sentinel Contributor", "Log Analytics Reader");
        assertThat(checks.get("query").state()).isEqualTo(State.FAILED);
        assertThat(checks.get("health").state()).isEqualTo(State.WARNING);
    }

    private static Stream<Arguments> queryFailures() {
        return Stream.of(
                Arguments.of(Failure.BAD_REQUEST, "no matter of roles"),
                Arguments.of(Failure.OUT_OF_TIME, "query-timeout"),
                Arguments.of(Failure.UNAVAILABLE, "ask again later"),
                Arguments.of(Failure.BUSY, "account of its own"),
                Arguments.of(Failure.FORBIDDEN, "Log Analytics Reader"),
                Arguments.of(Failure.NOT_FOUND, "workspace-id"),
                Arguments.of(Failure.HTML, "proxy"),
                Arguments.of(Failure.RESET, "firewall"));
    }

    /** One way out for all of them sent people looking for a role that they had. */
    @ParameterizedTest
    @MethodSource("queryFailures")
    void eachFailureOfQueriesHasItsOwnWayOut(Failure failure, String wayOut) {
        azure.fail(Operation.QUERY, failure, 100);

        Check query = checks().get("query");

        assertThat(query.state()).isEqualTo(State.FAILED);
        assertThat(query.wayOut()).contains(wayOut);
        assertThat(query.wayOut().contains("Log Analytics Reader")).isEqualTo(failure == Failure.FORBIDDEN);
    }

    @Test
    void aMissingTableIsNoMatterOfRoles() {
        azure.queries().refuseAny("Usage\n", "SEM0100", "Failed to resolve table or column expression named 'Usage'");

        assertThat(checks().get("query").wayOut()).contains("Data connectors").doesNotContain("Reader");
    }

    private static Stream<Arguments> ways() {
        String ours = azure.address().toString();
        return Stream.of(
                Arguments.of("https://localhost:1", Optional.of(azure.certificate()), "firewall"),
                Arguments.of("https://nobody.invalid", Optional.of(azure.certificate()), "DNS"),
                Arguments.of(ours, Optional.<Path>empty(), "set ca"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aWayThatIsBlockedSaysWhere(String address, Optional<Path> certificate, String wayOut) {
        try (Connector connector = Targets.connect(Targets.settings(URI.create(address), certificate))) {
            assertThat(connector.doctor()).singleElement().satisfies(check -> {
                assertThat(check.name()).isEqualTo("reach");
                assertThat(check.wayOut()).contains(wayOut);
            });
        }
    }

    private static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Failure.UNAUTHORISED, List.of("token"), "tenant-id"),
                Arguments.of(Failure.FORBIDDEN, List.of("token", "workspace"), "Sentinel Reader"),
                Arguments.of(Failure.BAD_REQUEST, List.of("token", "workspace"), "portal"),
                Arguments.of(Failure.NOT_FOUND, List.of("token", "workspace"), "subscription, resource-group"),
                Arguments.of(Failure.UNAVAILABLE, List.of("reach"), "status.azure.com"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatArmRefusesIsSaidOfWhatItIsAbout(Failure failure, List<String> names, String wayOut) {
        azure.fail(Operation.WORKSPACE, failure, 100);

        Map<String, Check> checks = checks();

        assertThat(checks.keySet()).containsExactlyElementsOf(names);
        assertThat(checks.get(names.get(names.size() - 1)).wayOut()).contains(wayOut);
    }

    @ParameterizedTest
    @EnumSource(EntraCode.class)
    void whatEntraIdNamesHasItsOwnWayOut(EntraCode code) {
        ConnectorException refused = new ConnectorException(
                ConnectorException.Kind.AUTHENTICATION, "fake", "Entra ID gives no token: " + code.code());

        assertThat(WayOut.of(refused)).isEqualTo(code.wayOut());
        assertThat(EntraCode.in(code.code() + "9")).isEmpty();
    }

    @Test
    void permissionsThatCannotBeSeenAreUnknown() {
        healthy();
        azure.fail(Operation.PERMISSIONS, Failure.FORBIDDEN, 1);

        assertThat(checks().get("roles").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aFullBudgetIsSaid() {
        healthy();
        azure.rules()
                .plant(
                        "8f6d0d2e-0000-4000-8000-000000000000",
                        Targets.body()
                                .properties(Samples.live(Samples.hunt("needle")))
                                .put("enabled", true));
        RulePolicy usual = RulePolicy.USUAL;
        RulePolicy one = new RulePolicy(
                usual.frequency(),
                usual.lookback(),
                usual.suppression(),
                usual.grouping(),
                usual.incidents(),
                1,
                false,
                false);

        assertThat(checks(one).get("rules").state()).isEqualTo(State.WARNING);
    }

    @Test
    void aWorkspaceThatIsNotThereIsSaid() {
        azure.fail(Operation.WORKSPACE, Failure.NOT_FOUND, 1);

        assertThat(checks().get("workspace").state()).isEqualTo(State.FAILED);
    }
}
