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
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to log in, through the real Azure Identity. */
class CredentialsTest extends WithFakeAzure {
    private static final String ID = FakeAzure.GUID;

    @TempDir
    private Path folder;

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

    @Test
    void aCertificateMayBePem() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(azure.keyStore())) {
            store.load(in, azure.keyStorePassword().toCharArray());
        }
        byte[] key =
                store.getKey("fake", azure.keyStorePassword().toCharArray()).getEncoded();
        Path file = Files.writeString(
                folder.resolve("both.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n" + Files.readString(azure.certificate()));

        logsIn(new Credential.Certificate(ID, ID, file, Optional.empty()));
    }

    @Test
    void eachServiceGetsATokenForItself() {
        try (Connector connector = Targets.connect(azure, "test")) {
            connector.deployed();
        }
        assertThat(azure.scopes())
                .contains(azure.address() + "/.default", "https://localhost/.default")
                .allMatch(scope -> scope.startsWith("https://localhost"));
    }

    /** As on a virtual machine or in a function: a local endpoint hands tokens out to who knows its header. */
    @Test
    @Tag("slow")
    void aManagedIdentityIsAskedForItsToken() throws IOException, InterruptedException {
        String said = inAChild(
                "managed-identity",
                Map.of("IDENTITY_ENDPOINT", azure.address() + "/msi/token", "IDENTITY_HEADER", FakeAzure.PERMIT));

        assertThat(said).contains("listed []");
        assertThat(azure.requests(Operation.IDENTITY)).isPositive();
        assertThat(azure.requests(Operation.TOKEN)).isZero();
    }

    @Test
    @Tag("slow")
    void theAzureCliIsAskedForItsToken() throws IOException, InterruptedException {
        Path az = Files.writeString(
                folder.resolve("az"),
                "#!/bin/sh\necho '{\"accessToken\":\"" + FakeAzure.TOKEN
                        + "\",\"expiresOn\":\"2099-01-01 00:00:00.000000\",\"tokenType\":\"Bearer\"}'\n");
        assertThat(az.toFile().setExecutable(true)).isTrue();

        String said = inAChild("azure-cli", Map.of("PATH", folder + File.pathSeparator + System.getenv("PATH")));

        assertThat(said).contains("listed []");
        assertThat(azure.requests(Operation.TOKEN)).isZero();
    }

    /** Azure Identity's own chain begins with the environment. Whether the authority is one is asked of nobody. */
    @Test
    @Tag("slow")
    void theDefaultChainFindsWhatTheEnvironmentSays() throws IOException, InterruptedException {
        String said = inAChild(
                "default",
                Map.of("AZURE_TENANT_ID", ID, "AZURE_CLIENT_ID", ID, "AZURE_CLIENT_SECRET", FakeAzure.SECRET));

        assertThat(said).contains("listed []");
        assertThat(azure.requests(Operation.TOKEN)).isPositive();
    }

    private String inAChild(String credential, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process child = ChildProcess.start(
                azure, ChildProcess.Work.LIST, out.toFile(), List.of("-Dcredential=" + credential), environment);
        assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out);
    }

    @Test
    void aProxyCarriesEverythingAndMayTakeNothingFromIt() throws IOException {
        try (Tunnel tunnel = new Tunnel();
                Connector connector = Targets.connect(Targets.through(azure, tunnel.address()))) {
            assertThat(connector.deployed()).isEmpty();

            assertThat(tunnel.heads())
                    .isNotEmpty()
                    .allMatch(head -> head.startsWith(
                            "CONNECT localhost:" + azure.address().getPort() + " "))
                    .noneMatch(head -> head.contains(FakeAzure.TOKEN) || head.contains(FakeAzure.SECRET));
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
