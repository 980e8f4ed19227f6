package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.Operation;
import dev.harrier.splunk.fake.RecordedLogs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No credential shows anywhere but in its own header. */
@Tag("slow")
class SecretsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final EventKind KIND = EventKind.PROCESS_CREATION;

    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @Test
    void noCredentialShowsAnywhere() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        StringWriter all = new StringWriter();
        try (RecordedLogs logs = new RecordedLogs();
                PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            for (Connecting connecting : List.of(
                    Connecting.to(splunkd),
                    Connecting.to(splunkd).by("session-key", FakeSplunkd.SESSION_KEY),
                    password(FakeSplunkd.PASSWORD).with("read-roles", "*").with("write-roles", "admin"))) {
                everythingFails(connecting, new PrintWriter(all, true));
            }
            all.append(logs.text());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        all.append(printed.toString(StandardCharsets.UTF_8));

        assertThat(all.toString())
                .contains("corp: ")
                .doesNotContain(
                        FakeSplunkd.TOKEN, FakeSplunkd.SESSION_KEY, FakeSplunkd.PASSWORD, "session-1-", "session-2-")
                .doesNotContain("correct+horse", "correct%20horse");
    }

    /** Every fault on every operation, one that repeats what it was sent included, with all that is said about it. */
    private static void everythingFails(Connecting connecting, PrintWriter all) {
        all.println(connecting.settings());
        for (Operation operation : List.of(Operation.LOGIN, Operation.LIST, Operation.JOB_START)) {
            for (Fault fault : Fault.values()) {
                if (!fault.slow()) {
                    failing(operation, fault, connecting, all);
                }
            }
        }
        for (Operation operation : List.of(
                Operation.APP,
                Operation.SERVER_INFO,
                Operation.CONTEXT,
                Operation.ROLE,
                Operation.MODELS,
                Operation.SUMMARIES,
                Operation.MACRO,
                Operation.READ,
                Operation.UPDATE,
                Operation.ACL,
                Operation.JOB_READ,
                Operation.RESULTS,
                Operation.CANCEL)) {
            for (Fault fault : List.of(Fault.BAD_REQUEST, Fault.FORBIDDEN, Fault.SIGN_IN_PAGE, Fault.RESET)) {
                failing(operation, fault, connecting, all);
                looked(connecting, all);
            }
        }
        for (int logins = 0; logins < 2; logins++) {
            splunkd.reset();
            splunkd.repeatWhatIsSent(logins);
            all(connecting, all);
            looked(connecting, all);
        }
    }

    private static void failing(Operation operation, Fault fault, Connecting connecting, PrintWriter all) {
        splunkd.reset();
        splunkd.fail(operation, fault, 100);
        all(connecting, all);
    }

    private static void all(Connecting connecting, PrintWriter all) {
        try (Connector connector = connecting.connector()) {
            tried(connector::deployed, all);
            tried(() -> connector.apply(new Change.Create(Made.wanted(connector, 1))), all);
            tried(() -> all.println(connector.count(Made.deployment(1), Made.WINDOW)), all);
            all.println(connector);
            Thread.getAllStackTraces().keySet().forEach(thread -> all.println(thread.getName()));
        }
    }

    /** The rarer ways in. */
    private static void looked(Connecting connecting, PrintWriter all) {
        List<Hunt> hunts = List.of(Made.hunt(1, "x"));
        try (Connector connector = connecting.connector()) {
            tried(() -> Made.deploy(connector, List.of(Made.changed(connector, 1))), all);
            tried(() -> all.println(connector.scheduledRuns(hunts, Made.WINDOW)), all);
            tried(() -> all.println(connector.raisedAlerts(hunts, Made.WINDOW)), all);
            tried(() -> all.println(connector.existing()), all);
            tried(() -> all.println(connector.daily(Made.deployment(1), FIRST, FIRST.plusDays(2))), all);
            tried(() -> all.println(connector.dailyCoverage(KIND, FIRST, FIRST.plusDays(2))), all);
            tried(() -> all.println(connector.coverage(KIND, Made.WINDOW)), all);
            tried(() -> all.println(connector.sources(KIND, Made.WINDOW)), all);
            tried(() -> all.println(connector.blind(List.of(Made.deployment(1)), Made.WINDOW)), all);
            tried(() -> connector.deployed().forEach(each -> connector.apply(new Change.Disable(each, "x"))), all);
            tried(() -> all.println(connector.doctor()), all);
        }
    }

    private static void tried(Runnable call, PrintWriter all) {
        try {
            call.run();
        } catch (ConnectorException e) {
            e.printStackTrace(all);
        }
    }

    private static Connecting password(String password) {
        return Connecting.to(splunkd).with("user", FakeSplunkd.USER).by("password", password);
    }
}
