package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.SkippingWaiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;

/** A proxy on the way. */
class ProxyTest {
    /** A proxy sees where to, and no credential before the tunnel stands. */
    @Test
    void httpsGoesThroughATunnelThatSeesNoCredential() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0)) {
            CompletableFuture<String> seen = answering(proxy, "403 Forbidden");
            Connecting connecting = new Connecting(
                            "contract",
                            Map.of("url", "https://splunk.corp.example:8089", "app", Connecting.APP),
                            Map.of("token", Secret.of(FakeSplunkd.TOKEN)),
                            new SkippingWaiting())
                    .with("proxy", "http://localhost:" + proxy.getLocalPort());
            try (Connector connector = connecting.connector()) {
                assertThat(catchThrowableOfType(ConnectorException.class, connector::deployed))
                        .isNotNull();
            }

            assertThat(seen.join())
                    .startsWith("CONNECT splunk.corp.example:8089 ")
                    .doesNotContain(FakeSplunkd.TOKEN)
                    .doesNotContainIgnoringCase("authorization");
        }
    }

    /** The proxy gets its own login, and splunkd's credential stays inside the tunnel. */
    @Test
    void aProxyThatAsksWhoWeAreIsToldOnce() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0)) {
            CompletableFuture<String> seen = answering(proxy, "407 Proxy Authentication Required");
            Connecting connecting = new Connecting(
                            "contract",
                            Map.of("url", "https://splunk.corp.example:8089", "app", Connecting.APP),
                            Map.of("token", Secret.of(FakeSplunkd.TOKEN), "proxy-password", Secret.of("tunnel-pw")),
                            new SkippingWaiting())
                    .with("proxy", "http://localhost:" + proxy.getLocalPort())
                    .with("proxy-user", "harrier");
            try (Connector connector = connecting.connector()) {
                ConnectorException refused = catchThrowableOfType(ConnectorException.class, connector::deployed);
                assertThat(refused).hasMessageContaining("proxy");
                assertThat(refused.toString()).doesNotContain("tunnel-pw");
            }

            assertThat(seen.join())
                    .contains(
                            "Proxy-Authorization: " + Credentials.basic("harrier", "tunnel-pw", StandardCharsets.UTF_8))
                    .doesNotContain(FakeSplunkd.TOKEN);
        }
    }

    /** Through a proxy that lets us in, everything works, and it never sees what is inside. */
    @Test
    void aProxyThatLetsUsInSeesNothingButWhereTo() throws IOException {
        String login = "Proxy-Authorization: " + Credentials.basic("harrier", "tunnel-pw", StandardCharsets.UTF_8);
        try (FakeSplunkd splunkd = new FakeSplunkd();
                Tunnel proxy = new Tunnel(login)) {
            Connecting connecting = new Connecting(
                            "contract",
                            Map.of("url", splunkd.secureUrl(), "app", Connecting.APP, "insecure", "true"),
                            Map.of("token", Secret.of(FakeSplunkd.TOKEN), "proxy-password", Secret.of("tunnel-pw")),
                            new SkippingWaiting())
                    .with("proxy", proxy.url())
                    .with("proxy-user", "harrier");
            try (Connector connector = connecting.connector()) {
                assertThat(Made.deploy(connector, Made.wanted(connector, 0, 3))).hasSize(3);
                assertThat(connector.deployed()).hasSize(3);
            }
            assertThat(proxy.heads()).isNotEmpty().allSatisfy(head -> assertThat(head)
                    .startsWith("CONNECT localhost:")
                    .doesNotContain(FakeSplunkd.TOKEN));
            assertThat(splunkd.authorisations()).allMatch(("Bearer " + FakeSplunkd.TOKEN)::equals);
        }
    }

    /** Answers whoever comes, until it is closed; what the first one said is told. */
    private static CompletableFuture<String> answering(ServerSocket proxy, String status) {
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread answers = new Thread(() -> {
            while (!proxy.isClosed()) {
                try (Socket socket = proxy.accept()) {
                    first.complete(answer(socket, status));
                } catch (IOException e) {
                    first.completeExceptionally(e);
                }
            }
        });
        answers.setDaemon(true);
        answers.start();
        return first;
    }

    private static String answer(Socket socket, String status) throws IOException {
        StringBuilder head = new StringBuilder();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return head.toString();
    }
}
