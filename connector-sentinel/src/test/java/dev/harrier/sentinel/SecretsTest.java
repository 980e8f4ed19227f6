package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.fake.CapturedLogs;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No secret and no token is ever said: not in logs at any level, not in an exception or its causes, not in toString. */
class SecretsTest {
    private static final String WRONG = "wr0ng-but-st1ll-a-s3cr3t";
    private static final List<Failure> SAID =
            List.of(Failure.UNAUTHORISED, Failure.BUSY_FOR_LONG, Failure.BROKEN, Failure.HTML, Failure.RESET);
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static FakeAzure azure;

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    @Test
    void nothingSaysASecret() {
        CapturedLogs.listen();
        List<String> said = new ArrayList<>();
        for (Failure failure : SAID) {
            said.addAll(everything(FakeAzure.SECRET, failure));
        }
        said.addAll(everything(WRONG, Failure.BUSY));
        List<String> logged = CapturedLogs.heard();

        assertThat(said).isNotEmpty();
        assertThat(logged).isNotEmpty();
        said.addAll(logged);
        assertThat(said).filteredOn(SecretsTest::tells).isEmpty();
    }

    @Test
    void aWrongSecretIsSaidWithEntrasCodeAndTheWayOutAndNeverQuoted() {
        azure.quoteRefused();
        try (Connector connector = Targets.connect(Targets.settings(azure, "test", WRONG, Targets.AMPLE))) {
            for (ConnectorException e : List.of(
                    thrown(connector::deployed),
                    thrown(() -> connector.count(Samples.shadow(Samples.hunt("needle")), Samples.WINDOW)))) {
                assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
                assertThat(e).hasMessageContaining("AADSTS7000215").hasMessageContaining("client-secret");
                assertThat(printed(e)).matches(text -> !tells(text));
            }
        }
    }

    private static boolean tells(String text) {
        return text.contains(WRONG) || text.contains(FakeAzure.SECRET) || text.contains(FakeAzure.TOKEN);
    }

    private static List<String> everything(String secret, Failure failure) {
        List<String> said = new ArrayList<>();
        SentinelSettings settings = Targets.settings(azure, "test", secret, Targets.AMPLE);
        for (Operation operation : List.of(
                Operation.TOKEN,
                Operation.LIST,
                Operation.LIST_SEARCHES,
                Operation.METADATA,
                Operation.WORKSPACE,
                Operation.PUT,
                Operation.PUT_SEARCH,
                Operation.ONBOARDING,
                Operation.PERMISSIONS,
                Operation.QUERY)) {
            azure.reset();
            azure.fail(operation, failure, 100);
            try (Connector connector = Targets.connect(settings)) {
                said.add(connector + " " + settings);
                said.add(outcome(connector::deployed));
                said.add(connector.doctor().toString());
                said.add(outcome(() -> said.add(connector.existing().toString())));
                said.add(outcome(() -> deploy(connector, Samples.live(HUNT))));
                said.add(outcome(() -> deploy(connector, Samples.live(Samples.unsure(HUNT)))));
                said.add(outcome(() -> said.add(connector
                        .daily(Samples.shadow(HUNT), DAY, DAY.plusDays(2))
                        .toString())));
                said.add(outcome(() -> connector.dailyCoverage(EventKind.PROCESS_CREATION, DAY, DAY.plusDays(2))));
                said.add(outcome(() -> connector.scheduledRuns(List.of(HUNT), Samples.WINDOW)));
                said.add(outcome(() -> connector.raisedAlerts(List.of(HUNT), Samples.WINDOW)));
                said.add(outcome(() -> said.add(connector
                        .count(Samples.shadow(Samples.hunt("needle")), Samples.WINDOW)
                        .toString())));
            }
        }
        azure.reset();
        return said;
    }

    private static void deploy(Connector connector, Deployment wanted) {
        Plan.between("test", List.of(connector.describe(wanted)), connector.deployed(), false)
                .writes()
                .forEach(connector::apply);
    }

    private static String outcome(Runnable step) {
        try {
            step.run();
            return "";
        } catch (ConnectorException e) {
            return printed(e);
        }
    }

    private static String printed(ConnectorException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static ConnectorException thrown(Runnable step) {
        try {
            step.run();
        } catch (ConnectorException e) {
            return e;
        }
        throw new AssertionError("nothing was thrown");
    }
}
