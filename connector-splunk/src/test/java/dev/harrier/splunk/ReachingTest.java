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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to splunkd: refused, untrusted, trusted by its own CA, or trusted blindly and loudly. */
class ReachingTest {
    private static final String PASSWORD = "changeit";
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
    void itsCaIsTrustedByTheSettingAlone(@TempDir Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path certificate = folder.resolve("ca.pem");
        keytool("-genkeypair -keyalg EC -alias splunkd -dname CN=splunkd -ext san=dns:localhost -validity 2", keys);
        keytool("-exportcert -rfc -alias splunkd -file " + certificate, keys);
        try (FakeSplunkd secured = new FakeSplunkd(keys, PASSWORD)) {
            Connecting secure = Connecting.to(secured).with("url", secured.secureUrl());
            Connecting trusting = secure.with("ca", certificate.toString());

            try (Connector connector = trusting.connector()) {
                assertThat(connector.deployed()).isEmpty();
            }
            assertThat(refusal(secure)).as("a connector beside it").hasMessageContaining("not trusted");
            String byAddress = secured.secureUrl().replace("localhost", "127.0.0.1");
            assertThat(refusal(trusting.with("url", byAddress))).hasMessageContaining("not for the host");
        }
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

    private static void keytool(String arguments, Path keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-keystore", keys.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
