package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.Plan;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.fake.FakeAzure;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users set to their own taste stays, and what an earlier Harrier wrote is no edit. */
class ScheduleTest {
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final String NAME = HUNT.id().toString();
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
        List<String> problems = azure.rules().problems();
        azure.reset();
        assertThat(problems).isEmpty();
    }

    @Test
    void aUsersScheduleIsShownAndStaysThroughAnUpdate() {
        deploy(Samples.live(HUNT));
        azure.rules().edit(NAME, rule -> rule.put("queryFrequency", "PT12H").put("queryPeriod", "PT24H"));

        assertThat(plan(Samples.live(HUNT)).changes())
                .singleElement()
                .isInstanceOfSatisfying(Change.Adjusted.class, adjusted -> assertThat(adjusted.words())
                        .contains("queryFrequency=PT12H"));
        Hunt changed = Samples.hunt("other");
        deploy(Samples.live(changed));

        JsonNode rule = azure.rules().properties(NAME);
        assertThat(rule.path("query").asText()).contains("other");
        assertThat(rule.path("queryFrequency").asText()).isEqualTo("PT12H");
        assertThat(plan(Samples.live(changed)).writes()).isEmpty();
    }

    @Test
    void aRuleThatAUserSwitchedOffStaysOff() {
        deploy(Samples.live(HUNT));
        azure.rules().edit(NAME, rule -> rule.put("enabled", false));

        assertThat(plan(Samples.live(HUNT)).changes()).singleElement().isInstanceOf(Change.Adjusted.class);
        deploy(Samples.live(Samples.hunt("other")));

        assertThat(azure.rules().properties(NAME).path("enabled").asBoolean()).isFalse();
    }

    @Test
    void whatWeSwitchedOffWeSwitchOnAgain() {
        deploy(Samples.live(HUNT));
        deploy(Samples.shadow(HUNT));
        deploy(Samples.live(HUNT));

        assertThat(azure.rules().properties(NAME).path("enabled").asBoolean()).isTrue();
        assertThat(plan(Samples.live(HUNT)).writes()).isEmpty();
    }

    @Test
    void whatTheFirstListOfFieldsSignedIsNoEditAndIsBroughtUpToDateOnce() {
        ObjectNode properties = Targets.body().properties(Samples.live(HUNT)).put("enabled", true);
        SortedMap<String, String> first = RuleFields.signed(properties, 1);
        Marker marker = new Marker("test", HUNT.id(), Fingerprint.of(first));
        properties.put(
                "description", RuleBody.marked(properties.path("description").asText(), marker));
        azure.rules().plant(NAME, properties);

        assertThat(connector.deployed()).singleElement().matches(rule -> !rule.edited());
        assertThat(plan(Samples.live(HUNT)).changes()).singleElement().isInstanceOf(Change.Update.class);
        deploy(Samples.live(HUNT));
        assertThat(plan(Samples.live(HUNT)).changes()).singleElement().isInstanceOf(Change.Keep.class);
    }

    private static Plan plan(Deployment wanted) {
        return Plan.between("test", List.of(connector.describe(wanted)), connector.deployed(), false);
    }

    private static void deploy(Deployment wanted) {
        plan(wanted).writes().forEach(connector::apply);
    }
}
