package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Check;
import dev.harrier.connector.Check.State;
import dev.harrier.connector.Connector;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
