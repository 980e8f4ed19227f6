package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.RecordedLogs;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way to splunkd: refused, untrusted, trusted by its own CA, or trusted blindly and loudly. */
class ReachingTest {
    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @Test
    void nobodyListening() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(refusal(Connecting.to(splunkd).with("url", "http://localhost:" + port)))
                .hasMessageContaining("cannot reach http://localhost:" + port);
    }

    @Test
    void anUntrustedCertificateIsRefusedBeforeAnythingIsSent() {
        ConnectorException refusal = refusal(Connecting.to(splunkd).with("url", splunkd.secureUrl()));

        assertThat(refusal).hasMessageContaining("not trusted").hasMessageContaining("setting ca");
        assertThat(splunkd.count()).isZero();
    }

    @Test
    void aPortThatSpeaksNoTlsIsNamedAsSuch() {
        String url = splunkd.url().replace("http:", "https:");

        assertThat(refusal(Connecting.to(splunkd).with("url", url))).hasMessageContaining("does not speak TLS");
    }

    @Test
    void aMissingCaFileIsABadSetting() {
        ConnectorException refusal = catchThrowableOfType(
                ConnectorException.class,
                () -> Connecting.to(splunkd).with("ca", "/nowhere/ca.pem").connector());

        assertThat(refusal.kind()).isEqualTo(Kind.CONFIGURATION);
    }

    @Test
    void trustingBlindlyWorksAndShoutsOnce() {
        try (RecordedLogs logs = new RecordedLogs();
                Connector connector = Connecting.to(splunkd)
                        .with("url", splunkd.secureUrl())
                        .with("insecure", "true")
                        .connector()) {
            connector.deployed();
            connector.deployed();

            assertThat(logs.text().lines().filter(line -> line.startsWith("WARN ")))
                    .singleElement()
                    .asString()
                    .contains("insecure");
        }
    }

    private static ConnectorException refusal(Connecting connecting) {
        try (Connector connector = connecting.connector()) {
            ConnectorException refusal = catchThrowableOfType(ConnectorException.class, connector::deployed);
            assertThat(refusal).isNotNull();
            assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
            return refusal;
        }
    }
}
