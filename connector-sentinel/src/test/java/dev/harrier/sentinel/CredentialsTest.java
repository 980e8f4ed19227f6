package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.sentinel.SentinelSettings.Credential;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to log in, through the real Azure Identity. */
class CredentialsTest {
    private static final String ID = FakeAzure.GUID;
    private static FakeAzure azure;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    @AfterEach
    void reset() {
        azure.reset();
    }

    private static void logsIn(Credential credential) {
        SentinelSettings settings = Targets.settings(azure, credential);
        try (Connector connector = Targets.connect(settings)) {
            assertThat(connector.deployed()).isEmpty();
        }
        assertThat(azure.requests(Operation.TOKEN)).isPositive();
    }

    @Test
    void aCertificateProvesWhoWeAre() {
        logsIn(new Credential.Certificate(ID, ID, azure.keyStore(), Optional.of(Secret.of(azure.keyStorePassword()))));
    }

    @Test
    void aTokenInAFileIsExchanged() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), FakeAzure.ASSERTION);

        logsIn(new Credential.TokenFile(ID, ID, file));
    }

    @Test
    void aJobOfGitHubActionsExchangesItsToken() {
        logsIn(new Credential.GitHubActions(
                ID, ID, URI.create(azure.address() + "/github?job=1"), Secret.of(FakeAzure.PERMIT)));
        assertThat(azure.requests(Operation.GITHUB)).isPositive();
    }

    @Test
    void aJobWhosePermitIsRefusedIsSaidWithoutIt() {
        Credential wrong = new Credential.GitHubActions(
                ID, ID, URI.create(azure.address() + "/github?job=1"), Secret.of("wr0ng-p3rm1t"));
        try (Connector connector = Targets.connect(Targets.settings(azure, wrong))) {
            ConnectorException e = catchThrowableOfType(ConnectorException.class, connector::deployed);

            assertThat(e.kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
            assertThat(e).hasMessageContaining("GitHub Actions").hasMessageNotContaining("wr0ng-p3rm1t");
        }
    }

    /** A proxy sees where to, and no credential before the tunnel stands. */
    @Test
    void aProxyIsATunnelThatSeesNoCredential() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0)) {
            CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> refuseOne(proxy));
            SentinelSettings settings = Targets.through(azure, URI.create("http://localhost:" + proxy.getLocalPort()));
            try (Connector connector = Targets.connect(settings)) {
                assertThat(catchThrowableOfType(ConnectorException.class, connector::deployed))
                        .isNotNull();
            }

            assertThat(seen.join()).startsWith("CONNECT localhost:").doesNotContain(FakeAzure.SECRET);
        }
    }

    private static String refuseOne(ServerSocket proxy) {
        StringBuilder head = new StringBuilder();
        try (Socket socket = proxy.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            proxy.close();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            out.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return head.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
