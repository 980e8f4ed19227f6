package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.sentinel.fake.FakeAzure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Sentinel's own tables say of our rules: another number than a count, and never joined on names. */
class OtherNumbersTest {
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final Hunt SILENT = Samples.hunt("Silent", "Text.", "other", List.of());
    private static final String ID = HUNT.id().toString();
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
        azure.reset();
    }

    @Test
    void runsComeFromTheHealthTable() {
        long last = Samples.WINDOW.from().getEpochSecond();
        azure.queries()
                .answerRows(
                        "_SentinelHealth()",
                        List.of("RuleId", "runs", "failed", "results", "last"),
                        List.of(List.of(ID, 23, 1, 5, last), List.of("not an id", 1, 1, 1, last)));

        assertThat(connector.scheduledRuns(List.of(HUNT, SILENT), Samples.WINDOW))
                .isEqualTo(Map.of(
                        HUNT.id(),
                        new ScheduledRuns(
                                23, 5, new TreeMap<>(Map.of("failed", 1L)), Optional.of(Samples.WINDOW.from()))));
        assertThat(azure.queries().asked())
                .singleElement()
                .satisfies(body ->
                        assertThat(body.path("query").asText()).contains(ID).doesNotContain(HUNT.title()));
    }

    @Test
    void healthThatIsOffSaysNothing() {
        azure.queries().refuseAny("_SentinelHealth()", "SEM0260", "Unknown function: '_SentinelHealth'.");

        assertThat(connector.scheduledRuns(List.of(HUNT), Samples.WINDOW)).isEmpty();
    }

    @Test
    void healthThatCannotBeReadIsNoSilence() {
        azure.queries().refuseAny("_SentinelHealth()", "SEM0001", "No.");

        assertThatThrownBy(() -> connector.scheduledRuns(List.of(HUNT), Samples.WINDOW))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("health table");
    }

    @Test
    void alertsAndIncidentsAreTwoNumbers() {
        azure.queries().answerRows("SecurityAlert", List.of("RuleId", "alerts"), List.of(List.of(ID, 7)));
        azure.queries()
                .answerRows(
                        "SecurityIncident",
                        List.of("RuleId", "Classification", "incidents"),
                        List.of(List.of(ID, "TruePositive", 2), List.of(ID, "", 1)));

        assertThat(connector.raisedAlerts(List.of(HUNT, SILENT), Samples.WINDOW))
                .isEqualTo(Map.of(
                        HUNT.id(),
                        new RaisedAlerts(
                                new TreeMap<>(Map.of("true positive", 2L, "undetermined", 1L)), OptionalLong.of(7))));
    }

    @Test
    void aWorkspaceThatNeverAlertedHasNoTablesOfIt() {
        azure.queries()
                .refuseAny("SecurityAlert", "SEM0100", "Failed to resolve table expression named 'SecurityAlert'");
        azure.queries()
                .refuseAny(
                        "SecurityIncident", "SEM0100", "Failed to resolve table expression named 'SecurityIncident'");

        assertThat(connector.raisedAlerts(List.of(HUNT), Samples.WINDOW)).isEmpty();
    }

    @Test
    void noHuntNoQuestion() {
        assertThat(connector.scheduledRuns(List.of(), Samples.WINDOW)).isEmpty();
        assertThat(connector.raisedAlerts(List.of(), Samples.WINDOW)).isEmpty();
        assertThat(azure.queries().asked()).isEmpty();
    }
}
