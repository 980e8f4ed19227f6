package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is deleted is remembered in the workspace, and its id left alone for as long as the service refuses it. */
class DeletedRulesTest extends WithFakeAzure {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final String ID = HUNT.id().toString();
    private static final Deployment LIVE = Samples.live(HUNT);
    private static final String MEMORY = "harrier-deleted-test";

    @Test
    void whatWasDeletedComesBackAsAHuntingQueryAndAsARuleAfterTheDay() {
        at(NOON, connector -> {
            deploy(connector, LIVE);
            delete(connector, ID);
            assertThat(azure.rules().names()).isEmpty();
            assertThat(azure.searches().properties(MEMORY).path("query").asText())
                    .contains(ID, "2026-11-22T12:00:00Z");
        });
        long refused = azure.requests(Operation.PUT);
        at(NOON.plus(Duration.ofHours(24)), connector -> {
            deploy(connector, LIVE);
            assertThat(azure.requests(Operation.PUT)).isEqualTo(refused);
            assertThat(azure.searches().names()).containsExactly(MEMORY, "hunting-" + ID);
            assertThat(plan(connector, LIVE).writes()).isEmpty();
        });
        azure.rules().aDayPasses();
        at(NOON.plus(Duration.ofHours(25)), connector -> {
            deploy(connector, LIVE);
            assertThat(azure.rules().names()).containsExactly(ID);
            assertThat(connector.deployed())
                    .filteredOn(RemoteObject::enabled)
                    .extracting(RemoteObject::name)
                    .containsExactly(ID);
            assertThat(plan(connector, LIVE).writes()).isEmpty();
        });
    }

    @Test
    void whatSomebodyElseDeletedIsRememberedOnceItIsRefused() {
        at(NOON, connector -> {
            deploy(connector, LIVE);
            azure.rules().delete(ID);

            assertThatThrownBy(() -> deploy(connector, LIVE))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("recently deleted")
                    .hasMessageContaining("about a day")
                    .hasMessageContaining("hunting query till then");
            deploy(connector, LIVE);
            assertThat(azure.searches().names()).containsExactly(MEMORY, "hunting-" + ID);
        });
    }

    @Test
    void aRuleIsNotDeletedWhereThatCannotBeRemembered() {
        at(NOON, connector -> {
            deploy(connector, LIVE);
            RemoteObject there = connector.deployed().get(0);
            azure.fail(Operation.PUT_SEARCH, Failure.FORBIDDEN, 1);

            assertThatThrownBy(() -> connector.apply(new Change.Disable(there, "expired")))
                    .isInstanceOf(ConnectorException.class);
            assertThat(azure.rules().names()).containsExactly(ID);
        });
    }

    @Test
    void aSavedSearchOfThatNameThatIsNotOursStaysAndNothingIsDeleted() {
        azure.searches().edit(MEMORY, search -> search.put("category", "x")
                .put("displayName", "x")
                .put("query", "Heartbeat"));
        at(NOON, connector -> {
            deploy(connector, LIVE);
            RemoteObject there = connector.deployed().get(0);

            assertThatThrownBy(() -> connector.apply(new Change.Disable(there, "expired")))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(MEMORY);
            assertThat(azure.rules().names()).containsExactly(ID);
            assertThat(azure.searches().properties(MEMORY).path("query").asText())
                    .isEqualTo("Heartbeat");
        });
    }

    @Test
    void manyAreRememberedTogetherAndForgottenAfterTheirDay() {
        List<Deployment> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(Samples.live(Samples.hunt("Sample " + i, "Text.", "needle" + i, List.of())));
        }
        at(NOON, connector -> {
            deploy(connector, five.toArray(new Deployment[0]));
            connector.deployed().stream()
                    .limit(4)
                    .parallel()
                    .forEach(there -> connector.apply(new Change.Disable(there, "expired")));
            assertThat(remembered()).isEqualTo(4);
        });
        at(NOON.plus(Duration.ofHours(26)), connector -> {
            delete(connector, connector.deployed().get(0).name());
            assertThat(remembered()).isOne();
        });
    }

    @Test
    void somebodysEditOfTheMemoryBlocksNothingForLong() {
        azure.searches().edit(MEMORY, search -> search.put("category", "x")
                .put("displayName", "x")
                .put(
                        "query",
                        "datatable(RuleId: string, Deleted: datetime) [\"" + ID
                                + "\", datetime(2999-01-01T00:00:00Z), \"nonsense\", datetime(x), \"" + ID
                                + "\", datetime(----)]"));
        at(NOON, connector -> {
            deploy(connector, LIVE);
            assertThat(azure.searches().names()).contains("hunting-" + ID);
            assertThat(azure.rules().names()).isEmpty();
        });
    }

    @Test
    void theDoctorSaysHowLong() {
        at(NOON, connector -> {
            assertThat(connector.doctor()).extracting(Check::name).doesNotContain("deleted");
            deploy(connector, LIVE);
            delete(connector, ID);

            assertThat(connector.doctor())
                    .filteredOn(check -> check.name().equals("deleted"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.finding()).contains("1 rules", "2026-11-23T13:00:00Z"));
        });
    }

    private interface Run {
        void with(Connector connector);
    }

    private static void at(Instant time, Run run) {
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        try (Connector connector = Targets.connect(Targets.settings(azure, Samples.DELETING), clock)) {
            run.with(connector);
        }
    }

    private static void delete(Connector connector, String name) {
        RemoteObject there = connector.deployed().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();
        connector.apply(new Change.Disable(there, "expired"));
    }

    private static long remembered() {
        return azure.searches()
                .properties(MEMORY)
                .path("query")
                .asText()
                .lines()
                .filter(line -> line.contains("datetime("))
                .count();
    }

    private static Plan plan(Connector connector, Deployment... wanted) {
        List<RemoteObject> there = connector.deployed();
        connector.expect(List.of(wanted));
        List<WantedObject> objects =
                List.of(wanted).stream().map(connector::describe).toList();
        return Plan.between("test", objects, there, false);
    }

    private static void deploy(Connector connector, Deployment... wanted) {
        plan(connector, wanted).writes().forEach(connector::apply);
    }
}
