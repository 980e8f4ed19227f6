package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.FieldChange;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deploying until there is nothing left to do, and what the service does to rules meanwhile. */
class ConvergenceTest {
    private static final String REASON = "The alert rule was disabled: its query failed for too long.";
    private static FakeAzure azure;
    private static Connector connector;

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
        connector = Targets.connect(azure, "test");
    }

    @AfterAll
    static void stop() {
        connector.close();
        azure.close();
    }

    @AfterEach
    void reset() {
        List<String> problems = new ArrayList<>(azure.rules().problems());
        problems.addAll(azure.searches().problems());
        azure.reset();
        assertThat(problems).isEmpty();
    }

    @Test
    void fiveHundredRulesTakeOneWritePerChange() {
        List<Deployment> wanted = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(n -> Samples.shadow(Samples.hunt("Sample " + n, "No. " + n, "needle" + n, List.of("T1059"))))
                .toList());
        deploy(wanted);
        assertThat(azure.rules().writes()).isEqualTo(500);

        deploy(wanted);
        assertThat(azure.rules().writes()).isEqualTo(500);

        wanted.set(321, Samples.shadow(Samples.hunt("Sample 321", "No. 321", "changed", List.of("T1059"))));
        long puts = azure.requests(Operation.PUT);
        long reads = azure.requests(Operation.GET);
        long pages = azure.requests(Operation.LIST);
        deploy(wanted);
        assertThat(azure.requests(Operation.PUT) - puts).isOne();
        assertThat(azure.requests(Operation.GET) - reads).isZero();
        assertThat(azure.requests(Operation.LIST) - pages).isEqualTo(5);
        assertThat(azure.rules().names()).hasSize(500);
    }

    @Test
    void aListThatGoesOnElsewhereIsRefusedAndTheTokenStaysHere() {
        try (FakeAzure elsewhere = new FakeAzure()) {
            azure.rules().continueAt(elsewhere.address().toString());

            assertThatThrownBy(connector::deployed)
                    .isInstanceOfSatisfying(
                            ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNEXPECTED_RESPONSE));
            assertThat(elsewhere.requests(Operation.LIST)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheServiceSwitchedOffIsNoEditByHandAndIsRestored(boolean reasonFirst) {
        Deployment live = Samples.live(Samples.hunt("needle"));
        WantedObject wanted = connector.describe(live);
        deploy(List.of(live));
        azure.rules().autoDisable(wanted.name(), REASON, reasonFirst);

        assertThat(connector.deployed()).singleElement().satisfies(remote -> {
            assertThat(remote.edited()).isFalse();
            assertThat(remote.enabled()).isFalse();
        });
        assertThat(plan(List.of(live)).changes())
                .singleElement()
                .isInstanceOfSatisfying(Change.Update.class, update -> assertThat(update.fields())
                        .extracting(FieldChange::field)
                        .containsExactly("description", "displayName"));
        deploy(List.of(live));
        assertThat(connector.deployed()).singleElement().satisfies(remote -> {
            assertThat(remote.fields()).isEqualTo(wanted.fields());
            assertThat(remote.enabled()).isTrue();
        });
    }

    @Test
    void whatSomebodyEditedBeforeTheServiceSwitchedItOffStaysAnEdit() {
        Deployment live = Samples.live(Samples.hunt("needle"));
        String name = connector.describe(live).name();
        deploy(List.of(live));
        azure.rules().edit(name, rule -> rule.put("query", "DeviceProcessEvents"));
        azure.rules().autoDisable(name, REASON, true);

        assertThat(plan(List.of(live)).changes()).singleElement().isInstanceOf(Change.Drifted.class);
    }

    @Test
    void whatSomebodyAddedIsSeen() {
        Deployment live = Samples.live(Samples.hunt("needle"));
        String name = connector.describe(live).name();
        deploy(List.of(live));
        azure.rules().edit(name, rule -> rule.putObject("alertDetailsOverride")
                .put("alertDescriptionFormat", "{{DeviceName}}"));

        assertThat(plan(List.of(live)).changes())
                .singleElement()
                .isInstanceOfSatisfying(Change.Drifted.class, drifted -> assertThat(drifted.fields())
                        .extracting(FieldChange::field)
                        .containsExactly("alertDetailsOverride"));
    }

    @Test
    void aCloneMadeInThePortalIsForeign() {
        Deployment live = Samples.live(Samples.hunt("needle"));
        String name = connector.describe(live).name();
        deploy(List.of(live));
        azure.rules()
                .plant("8f6d0d2e-0000-4000-8000-000000000000", azure.rules().properties(name));

        assertThat(connector.deployed())
                .filteredOn(rule -> rule.marker().isEmpty())
                .hasSize(1);
        assertThat(plan(List.of(live)).changes()).singleElement().isInstanceOf(Change.Keep.class);
    }

    @Test
    void anIdThatWasDeletedRecentlyIsAConflictWithItsWayOut() {
        Deployment live = Samples.live(Samples.hunt("needle"));
        deploy(List.of(live));
        azure.rules().delete(connector.describe(live).name());

        try (Connector other = Targets.connect(azure, "test")) {
            List<WantedObject> objects = List.of(other.describe(live));
            Plan plan = Plan.between("test", objects, other.deployed(), false);
            assertThatThrownBy(() -> plan.writes().forEach(other::apply))
                    .hasMessageContaining("recently deleted")
                    .hasMessageContaining("about a day")
                    .isInstanceOfSatisfying(
                            ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
        }
    }

    @Test
    void aQueryThatTheServiceRefusesIsSaidWithItsPlace() {
        Deployment broken = new Deployment(
                Samples.hunt("needle"), "DeviceProcessEvents\n| where NoSuchColumn == 1", Deployment.State.LIVE);

        assertThatThrownBy(() -> deploy(List.of(broken)))
                .hasMessageContaining("NoSuchColumn")
                .hasMessageContaining("line 2")
                .hasMessageContaining("SEM0100")
                .hasMessageNotContaining("innererror")
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED_QUERY));
    }

    @Test
    void aMarkerInAnArticleIsNotTaken() {
        String marker = "harrier:test:8f6d0d2e-0000-4000-8000-000000000000:0123456789abcdef";
        Hunt hunt = Samples.hunt("Sample", "It says " + marker + ".", "needle", List.of());
        deploy(List.of(Samples.live(hunt)));

        assertThat(plan(List.of(Samples.live(hunt))).changes()).singleElement().isInstanceOf(Change.Keep.class);
    }

    @Test
    void aPlanIsCarriedOutByAnotherConnectorToo() {
        Deployment live = Samples.live(Samples.hunt("needle"));
        Plan plan = plan(List.of(live));
        try (Connector later = Targets.connect(azure, "test")) {
            plan.writes().forEach(later::apply);
        }

        assertThat(plan(List.of(live)).writes()).isEmpty();
    }

    private static Plan plan(List<Deployment> wanted) {
        List<WantedObject> objects = wanted.stream().map(connector::describe).toList();
        return Plan.between("test", objects, connector.deployed(), false);
    }

    private static void deploy(List<Deployment> wanted) {
        plan(wanted).writes().forEach(connector::apply);
    }
}
