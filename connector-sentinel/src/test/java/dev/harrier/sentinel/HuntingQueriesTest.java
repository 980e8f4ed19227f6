package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.assess.Severity;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.DeployedState;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.fake.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is no rule is a hunting query, and moves between the two without leaving an active one behind. */
class HuntingQueriesTest extends WithFakeAzure {
    private Connector connector;

    @AfterEach
    void close() {
        connector.close();
    }

    private void with(RulePolicy policy) {
        connector = Targets.connect(Targets.settings(azure, policy));
    }

    private static RulePolicy budget(int rules) {
        return Samples.policy(rules, false, false);
    }

    @Test
    void aHuntOfLowConfidenceIsAHuntingQueryAndConverges() {
        with(RulePolicy.USUAL);
        Hunt hunt = hunt("Low", Severity.HIGH, Hunt.Confidence.LOW);
        deploy(List.of(live(hunt)));

        assertThat(azure.rules().names()).isEmpty();
        JsonNode search = azure.searches().properties("hunting-" + hunt.id());
        assertThat(search.path("category").asText()).isEqualTo("Hunting Queries");
        Map<String, String> tags = new TreeMap<>();
        search.path("tags")
                .forEach(tag ->
                        tags.put(tag.path("name").asText(), tag.path("value").asText()));
        assertThat(tags)
                .containsEntry("tactics", "Execution")
                .containsEntry("techniques", "T1059")
                .containsEntry("description", "Text.");
        assertThat(plan(List.of(live(hunt))).changes()).singleElement().isInstanceOf(Change.Keep.class);
        assertThat(azure.searches().writes()).isOne();
    }

    @Test
    void itsStateIsKnownThoughItNeverAlerts() {
        with(RulePolicy.USUAL);
        Hunt hunt = hunt("Low", Severity.HIGH, Hunt.Confidence.LOW);
        for (State state : State.values()) {
            deploy(List.of(new Deployment(hunt, Samples.text(hunt), state)));
            RemoteObject there = connector.deployed().get(0);

            assertThat(DeployedState.of(
                            connector.describe(Samples.shadow(hunt)), connector.describe(live(hunt)), there))
                    .contains(state);
        }
    }

    @Test
    void anEditedOneIsDriftAndAForeignOneIsLeftAlone() {
        with(RulePolicy.USUAL);
        Hunt hunt = hunt("Low", Severity.HIGH, Hunt.Confidence.LOW);
        deploy(List.of(live(hunt)));
        azure.searches().edit("hunting-" + hunt.id(), search -> search.put("query", "DeviceProcessEvents"));
        assertThat(plan(List.of(live(hunt))).changes()).singleElement().isInstanceOf(Change.Drifted.class);

        azure.searches().edit("hunting-" + hunt.id(), search -> search.putArray("tags"));
        assertThat(plan(List.of(live(hunt))).changes()).singleElement().isInstanceOf(Change.Foreign.class);
    }

    @Test
    void theBudgetGoesToThePriorAndTheRestAreHuntingQueries() {
        with(budget(2));
        List<Deployment> wanted = List.of(
                live(hunt("Low severity", Severity.LOW, Hunt.Confidence.HIGH)),
                live(hunt("Critical", Severity.CRITICAL, Hunt.Confidence.MEDIUM)),
                live(hunt("High", Severity.HIGH, Hunt.Confidence.HIGH)),
                Samples.shadow(hunt("Shadow", Severity.LOW, Hunt.Confidence.HIGH)));
        deploy(wanted);

        assertThat(azure.rules().names())
                .containsExactlyInAnyOrder(id(wanted.get(1)), id(wanted.get(2)), id(wanted.get(3)));
        assertThat(azure.searches().names()).containsExactly("hunting-" + id(wanted.get(0)));
        assertThat(plan(wanted).writes()).isEmpty();
    }

    @Test
    void otherPeoplesEnabledRulesTakeTheirPartOfTheBudget() {
        with(budget(1));
        azure.rules()
                .plant(
                        "8f6d0d2e-0000-4000-8000-000000000000",
                        Targets.body()
                                .properties(live(hunt("Theirs", Severity.LOW, Hunt.Confidence.HIGH)))
                                .put("enabled", true));
        Deployment ours = live(hunt("Ours", Severity.CRITICAL, Hunt.Confidence.HIGH));
        deploy(List.of(ours));

        assertThat(azure.searches().names()).containsExactly("hunting-" + id(ours));
    }

    @Test
    void aMissingTableMakesAHuntingQueryAndItsComingARule() {
        with(RulePolicy.USUAL);
        azure.workspace().without("DeviceProcessEvents");
        Deployment wanted = live(hunt("Sample", Severity.HIGH, Hunt.Confidence.HIGH));
        deploy(List.of(wanted));
        assertThat(azure.rules().names()).isEmpty();
        assertThat(azure.requests(Operation.METADATA)).isOne();

        azure.workspace().with("DeviceProcessEvents");
        deploy(List.of(wanted));

        assertThat(azure.rules().names()).containsExactly(id(wanted));
        assertThat(azure.searches()
                        .properties("hunting-" + id(wanted))
                        .path("category")
                        .asText())
                .isEqualTo("Hunting Queries (retired by Harrier)");
        assertThat(plan(List.of(wanted)).writes()).isEmpty();
        azure.workspace().without("DeviceProcessEvents");
        deploy(List.of(wanted));
        assertThat(azure.rules().properties(id(wanted)).path("enabled").asBoolean())
                .isFalse();
        assertThat(plan(List.of(wanted)).writes()).isEmpty();
    }

    @Test
    void aTableThatOnlyAValueNamesIsNotMissed() {
        with(RulePolicy.USUAL);
        azure.workspace().without("DeviceNetworkEvents");
        Hunt hunt = Samples.hunt("DeviceNetworkEvents \"DeviceNetworkEvents\" \\");
        deploy(List.of(live(hunt)));

        assertThat(azure.rules().names()).containsExactly(hunt.id().toString());
    }

    @Test
    void retiringOneTakesItOutOfSight() {
        with(RulePolicy.USUAL);
        Hunt hunt = hunt("Low", Severity.HIGH, Hunt.Confidence.LOW);
        deploy(List.of(live(hunt)));
        connector.apply(new Change.Disable(connector.deployed().get(0), "expired"));

        assertThat(connector.deployed()).singleElement().matches(object -> !object.enabled());
        assertThat(azure.searches().names()).hasSize(1);
    }

    @Test
    void deletingIsAskedForAndOnlyThen() {
        RulePolicy usual = RulePolicy.USUAL;
        with(new RulePolicy(
                usual.frequency(),
                usual.lookback(),
                usual.suppression(),
                usual.grouping(),
                usual.incidents(),
                usual.budget(),
                false,
                true));
        Deployment wanted = live(hunt("Sample", Severity.HIGH, Hunt.Confidence.HIGH));
        deploy(List.of(wanted));
        connector.apply(new Change.Disable(connector.deployed().get(0), "expired"));
        assertThat(azure.rules().names()).isEmpty();

        deploy(List.of(wanted));
        assertThat(azure.rules().names()).as("DeletedRulesTest").isEmpty();
    }

    private static String id(Deployment deployment) {
        return deployment.hunt().id().toString();
    }

    private static Deployment live(Hunt hunt) {
        return Samples.live(hunt);
    }

    private static Hunt hunt(String title, Severity severity, Hunt.Confidence confidence) {
        Hunt base = Samples.hunt(title, "Text.", "needle " + title, List.of("T1059.001"));
        return new Hunt(
                base.id(),
                title,
                base.description(),
                base.kind(),
                base.logic(),
                severity,
                confidence,
                base.techniques(),
                base.grounds(),
                base.references(),
                base.falsePositives(),
                base.timeToLive(),
                base.selectedBecause());
    }

    private Plan plan(List<Deployment> wanted) {
        List<RemoteObject> there = connector.deployed();
        connector.expect(wanted);
        List<WantedObject> objects = wanted.stream().map(connector::describe).toList();
        return Plan.between("test", objects, there, false);
    }

    private void deploy(List<Deployment> wanted) {
        plan(wanted).writes().forEach(connector::apply);
    }
}
