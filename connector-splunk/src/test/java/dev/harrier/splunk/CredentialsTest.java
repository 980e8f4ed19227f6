package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.Operation;
import dev.harrier.splunk.fake.RecordedLogs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way to log in, and that no credential shows anywhere but in its own header. */
class CredentialsTest {
    private static FakeSplunkd splunkd;

    @BeforeAll
    static void start() {
        splunkd = new FakeSplunkd();
    }

    @AfterAll
    static void stop() {
        splunkd.close();
    }

    @BeforeEach
    void empty() {
        splunkd.reset();
    }

    @Test
    void aTokenNeedsNoLogin() {
        try (Connector connector = Connecting.to(splunkd).connector()) {
            assertThat(connector.deployed()).isEmpty();
        }
        assertThat(splunkd.count()).isEqualTo(1);
        assertThat(splunkd.authorisations()).containsExactly("Bearer " + FakeSplunkd.TOKEN);
    }

    @Test
    void aSessionKeyNeedsNoLogin() {
        Connecting connecting = Connecting.to(splunkd).by("session-key", FakeSplunkd.SESSION_KEY);
        try (Connector connector = connecting.connector()) {
            assertThat(connector.deployed()).isEmpty();
        }
        assertThat(splunkd.authorisations()).containsExactly("Splunk " + FakeSplunkd.SESSION_KEY);
    }

    @Test
    void aPasswordLogsInOnceAndAgainWhenItsSessionEnds() {
        try (Connector connector = password(FakeSplunkd.PASSWORD).connector()) {
            connector.deployed();
            connector.deployed();
            assertThat(splunkd.count(Operation.LOGIN)).isEqualTo(1);

            splunkd.expireSessions();
            Made.deploy(connector, Made.wanted(connector, 0, 3));

            assertThat(connector.deployed()).hasSize(3);
            assertThat(splunkd.count(Operation.LOGIN)).isEqualTo(2);
            assertThat(splunkd.searches().writes()).isEqualTo(3);
        }
    }

    @Test
    void aSessionThatEndsBeforeAWriteIsRenewedAndTheWriteDoneOnce() {
        try (Connector connector = password(FakeSplunkd.PASSWORD).connector()) {
            connector.deployed();
            splunkd.expireSessions();

            connector.apply(new Change.Create(Made.wanted(connector, 1)));

            assertThat(splunkd.searches().writes()).isEqualTo(1);
        }
    }

    /** Splunk locks an account after a few wrong passwords. */
    @Test
    void aRefusedPasswordIsSentOnce() {
        try (Connector connector = password("wrong").connector()) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(refusal(connector::deployed).kind()).isEqualTo(Kind.AUTHENTICATION);
            }
        }
        assertThat(splunkd.count(Operation.LOGIN)).isEqualTo(1);
    }

    @Test
    void aSessionThatIsNeverAcceptedEndsAfterOneMoreLogin() {
        splunkd.fail(Operation.LIST, Fault.UNAUTHORISED, 100);
        try (Connector connector = password(FakeSplunkd.PASSWORD).connector()) {
            assertThat(refusal(connector::deployed).kind()).isEqualTo(Kind.AUTHENTICATION);
        }
        assertThat(splunkd.count(Operation.LOGIN)).isEqualTo(2);
    }

    @Test
    void aLoginThatFailsOtherwiseSaysSo() {
        for (Fault fault : List.of(Fault.SIGN_IN_PAGE, Fault.XML_WITH_ENTITY, Fault.EMPTY_BODY)) {
            splunkd.fail(Operation.LOGIN, fault, 100);
            try (Connector connector = password(FakeSplunkd.PASSWORD).connector()) {
                assertThat(refusal(connector::deployed).kind()).as(fault.name()).isEqualTo(Kind.UNEXPECTED_RESPONSE);
            }
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FakeSplunkd elsewhere = new FakeSplunkd();
                Connector connector = Connecting.to(splunkd).connector()) {
            splunkd.redirectTo(elsewhere.url());

            assertThat(refusal(connector::deployed).kind()).isEqualTo(Kind.UNEXPECTED_RESPONSE);
            assertThat(refusal(() -> connector.count(Made.deployment(1), Made.WINDOW))
                            .kind())
                    .isEqualTo(Kind.UNEXPECTED_RESPONSE);
            assertThat(elsewhere.count()).isZero();
        }
    }

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
                    password(FakeSplunkd.PASSWORD))) {
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
                    splunkd.reset();
                    splunkd.fail(operation, fault, 100);
                    all(connecting, all);
                }
            }
        }
        for (int logins = 0; logins < 2; logins++) {
            splunkd.reset();
            splunkd.repeatWhatIsSent(logins);
            all(connecting, all);
        }
    }

    private static void all(Connecting connecting, PrintWriter all) {
        try (Connector connector = connecting.connector()) {
            List<Runnable> calls = List.of(
                    connector::deployed,
                    () -> connector.apply(new Change.Create(Made.wanted(connector, 1))),
                    () -> all.println(connector.count(Made.deployment(1), Made.WINDOW)));
            for (Runnable call : calls) {
                try {
                    call.run();
                } catch (ConnectorException e) {
                    e.printStackTrace(all);
                }
            }
            all.println(connector);
            Thread.getAllStackTraces().keySet().forEach(thread -> all.println(thread.getName()));
        }
    }

    private static Connecting password(String password) {
        return Connecting.to(splunkd).with("user", FakeSplunkd.USER).by("password", password);
    }

    private static ConnectorException refusal(Supplier<?> call) {
        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, call::get);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
