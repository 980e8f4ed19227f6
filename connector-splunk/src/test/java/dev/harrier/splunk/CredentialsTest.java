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
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each way to log in. */
class CredentialsTest {
    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @Test
    void aTokenNeedsNoLogin() {
        try (Connector connector = Connecting.to(splunkd).connector()) {
            assertThat(connector.deployed()).isEmpty();
        }
        assertThat(splunkd.count(Operation.LOGIN)).isZero();
        assertThat(splunkd.authorisations()).containsOnly("Bearer " + FakeSplunkd.TOKEN);
    }

    @Test
    void aSessionKeyNeedsNoLogin() {
        Connecting connecting = Connecting.to(splunkd).by("session-key", FakeSplunkd.SESSION_KEY);
        try (Connector connector = connecting.connector()) {
            assertThat(connector.deployed()).isEmpty();
        }
        assertThat(splunkd.authorisations()).containsOnly("Splunk " + FakeSplunkd.SESSION_KEY);
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

    private static Connecting password(String password) {
        return Connecting.to(splunkd).with("user", FakeSplunkd.USER).by("password", password);
    }

    private static ConnectorException refusal(Supplier<?> call) {
        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, call::get);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
