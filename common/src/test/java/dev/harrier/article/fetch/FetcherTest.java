package dev.harrier.article.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FetcherTest {
    /** Production's policy, but for the loopback address on which the test's server listens. */
    private static final AddressPolicy LOOPBACK_TOO = new AddressPolicy() {
        private final AddressPolicy production = AddressPolicy.publicInternet();

        @Override
        public Optional<String> refusal(String host) {
            return host.equals("localhost") ? Optional.empty() : production.refusal(host);
        }

        @Override
        public Optional<String> refusal(InetAddress address) {
            return address.isLoopbackAddress() ? Optional.empty() : production.refusal(address);
        }
    };

    private static final Limits SMALL = new Limits(10_000, Duration.ofSeconds(20), 5);
    private static final Proxies NO_PROXIES = new Proxies(Map.of(), false);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
            .build();

    private static Fetcher fetcher(AddressPolicy policy, Limits limits, Dns resolver) {
        return new Fetcher(policy, limits, NO_PROXIES, resolver);
    }

    private static Fetched.Page fetch(String path) {
        try (Fetcher fetcher = fetcher(LOOPBACK_TOO, SMALL, Dns.SYSTEM)) {
            return fetcher.fetch(SERVER.url(path));
        }
    }

    private static FetchException failure(String address, Limits limits) {
        try (Fetcher fetcher = fetcher(LOOPBACK_TOO, limits, Dns.SYSTEM)) {
            return catchThrowableOfType(FetchException.class, () -> fetcher.fetch(address));
        }
    }

    private static FetchException failure(String path) {
        return failure(SERVER.url(path), SMALL);
    }

    private static void serve(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder html(String body) {
        return ok(body).withHeader("Content-Type", "text/html; charset=ISO-8859-15");
    }

    @Test
    void aPageComesWithItsTypeCharsetAndValidators() {
        serve(
                "/a",
                html("<p>kettle")
                        .withHeader("ETag", "\"1\"")
                        .withHeader("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT"));
        Fetched.Page page = fetch("/a");
        assertThat(new String(page.body(), UTF_8)).isEqualTo("<p>kettle");
        assertThat(page.contentType()).isEqualTo("text/html");
        assertThat(page.charset())
                .hasValueSatisfying(set -> assertThat(set.name()).isEqualTo("ISO-8859-15"));
        assertThat(page.validators())
                .isEqualTo(new Validators(Optional.of("\"1\""), Optional.of("Mon, 02 Nov 2026 10:00:00 GMT")));
    }

    @Test
    void nothingIsSentThatTellsWhoAsks() {
        serve("/tells", html("x").withHeader("Set-Cookie", "id=1"));
        try (Fetcher fetcher = fetcher(LOOPBACK_TOO, SMALL, Dns.SYSTEM)) {
            fetcher.fetch(SERVER.url("/tells"));
            fetcher.fetch(SERVER.url("/tells"));
        }
        SERVER.verify(
                2,
                getRequestedFor(urlEqualTo("/tells"))
                        .withHeader("Cookie", absent())
                        .withHeader("Authorization", absent())
                        .withHeader("Referer", absent()));
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        Validators known = new Validators(Optional.of("\"7\""), Optional.of("Mon, 02 Nov 2026 10:00:00 GMT"));
        SERVER.stubFor(get("/conditional")
                .withHeader("If-None-Match", equalTo("\"7\""))
                .withHeader("If-Modified-Since", equalTo("Mon, 02 Nov 2026 10:00:00 GMT"))
                .willReturn(aResponse().withStatus(304)));
        try (Fetcher fetcher = fetcher(LOOPBACK_TOO, SMALL, Dns.SYSTEM)) {
            assertThat(fetcher.fetch(SERVER.url("/conditional"), known)).isEqualTo(new Fetched.NotModified(known));
        }
    }

    @Test
    void a304ThatNobodyAskedForIsAnError() {
        serve("/odd", aResponse().withStatus(304));
        assertThat(failure("/odd").kind()).isEqualTo(FetchException.Kind.STATUS);
    }

    @Test
    void redirectsAreFollowedToTheirEnd() {
        serve("/one", aResponse().withStatus(301).withHeader("Location", "two"));
        serve("/two", aResponse().withStatus(308).withHeader("Location", SERVER.url("/three?x=1")));
        serve("/three?x=1", html("there"));
        assertThat(fetch("/one").url()).hasToString(SERVER.url("/three?x=1"));
    }

    @Test
    void redirectsToWhereNobodyMayGoAreRefused() {
        for (String target : List.of(
                "http://169.254.169.254/latest/meta-data/iam",
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://10.0.0.1/",
                "http://[fd00:ec2::254]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://2852039166/",
                "//0xa9fea9fe/",
                "http://user:pass@example.com/")) {
            serve("/away", aResponse().withStatus(302).withHeader("Location", target));
            assertThat(failure("/away").kind()).as(target).isEqualTo(FetchException.Kind.FORBIDDEN);
        }
        for (String target : List.of("file:///etc/passwd", "gopher://example.com/", "javascript:1", "http://", "")) {
            serve("/away", aResponse().withStatus(302).withHeader("Location", target));
            assertThat(failure("/away").kind()).as(target).isEqualTo(FetchException.Kind.REDIRECT);
        }
    }

    @Test
    void aRedirectLoopEndsSoon() {
        serve("/loop", aResponse().withStatus(302).withHeader("Location", "/loop"));
        assertThat(failure("/loop").kind()).isEqualTo(FetchException.Kind.REDIRECT);
        SERVER.verify(6, getRequestedFor(urlEqualTo("/loop")));
    }

    @Test
    void aNameThatResolvesToAForbiddenAddressIsNotConnectedTo() throws IOException {
        InetAddress inside = InetAddress.getByName("10.1.2.3");
        InetAddress outside = InetAddress.getByName("1.1.1.1");
        for (List<InetAddress> answer : List.of(List.of(inside), List.of(outside, inside))) {
            FetchException failure = resolving(host -> answer, "http://rebinding.example/a?token=hunter2");
            assertThat(failure.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(failure).hasMessageContaining("private address").hasMessageNotContaining("hunter2");
        }
    }

    /** The second answer of a name service counts for nothing, for it isn't asked twice. */
    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() throws IOException {
        serve("/rebound", html("checked"));
        InetAddress server = InetAddress.getByName("127.0.0.1");
        Queue<List<InetAddress>> answers = new ArrayDeque<>(List.of(List.of(server)));
        String address = SERVER.url("/rebound")
                .replace("localhost", "rebinding.example")
                .replace("127.0.0.1", "rebinding.example");
        try (Fetcher fetcher = fetcher(LOOPBACK_TOO, SMALL, host -> answers.remove())) {
            assertThat(fetcher.fetch(address).body()).asString().isEqualTo("checked");
        }
    }

    private static FetchException resolving(Dns resolver, String address) {
        try (Fetcher fetcher = fetcher(LOOPBACK_TOO, SMALL, resolver)) {
            return catchThrowableOfType(FetchException.class, () -> fetcher.fetch(address));
        }
    }

    @Test
    void productionRefusesTheTestsOwnServer() {
        try (Fetcher fetcher = new Fetcher()) {
            FetchException failure = catchThrowableOfType(FetchException.class, () -> fetcher.fetch(SERVER.url("/a")));
            assertThat(failure.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
        }
    }

    @Test
    void sizeIsCappedOnTheWireAndUnpacked() throws IOException {
        serve("/fits", html("x".repeat(10_000)));
        serve("/large", html("x".repeat(10_001)));
        serve("/bomb", packed("x".repeat(5_000_000)));
        serve("/packed", packed("x".repeat(9_999)));
        assertThat(fetch("/fits").body()).hasSize(10_000);
        assertThat(fetch("/packed").body()).hasSize(9_999);
        assertThat(failure("/large").kind()).isEqualTo(FetchException.Kind.TOO_LARGE);
        assertThat(failure("/bomb").kind()).isEqualTo(FetchException.Kind.TOO_LARGE);
        assertThat(failure("/bomb")).hasMessageContaining("unpacks");
    }

    private static ResponseDefinitionBuilder packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return aResponse()
                .withHeader("Content-Type", "text/html")
                .withHeader("Content-Encoding", "gzip")
                .withBody(packed.toByteArray());
    }

    @Test
    void brokenAndUnknownPackingIsAnError() {
        serve("/broken", html("no gzip at all").withHeader("Content-Encoding", "gzip"));
        serve("/brotli", html("x").withHeader("Content-Encoding", "br"));
        assertThat(failure("/broken").kind()).isEqualTo(FetchException.Kind.UNREACHABLE);
        assertThat(failure("/brotli").kind()).isEqualTo(FetchException.Kind.NOT_AN_ARTICLE);
    }

    @Test
    void onlyWhatMayBeAnArticleIsRead() {
        for (String type :
                List.of("image/png", "application/zip", "application/octet-stream", "video/mp4", "text/css")) {
            serve("/type", ok("x").withHeader("Content-Type", type));
            assertThat(failure("/type").kind()).as(type).isEqualTo(FetchException.Kind.NOT_AN_ARTICLE);
        }
        serve("/type", ok("x").withHeader("Content-Type", "TEXT/HTML ;charset=\"utf-8\""));
        assertThat(fetch("/type").contentType()).isEqualTo("text/html");
    }

    @Test
    void anErrorAnswerIsToldWithTheWayOut() {
        serve("/gone?token=hunter2", aResponse().withStatus(404));
        assertThat(failure("/gone?token=hunter2"))
                .hasMessageContaining("404")
                .hasMessageContaining("check the address")
                .hasMessageNotContaining("hunter2");
        SERVER.stubFor(get(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(503)));
        assertThat(failure("/other").kind()).isEqualTo(FetchException.Kind.STATUS);
    }

    @Test
    void aBodyThatNeverEndsMeetsTheDeadline() throws IOException {
        assertThat(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")
                        .kind())
                .isEqualTo(FetchException.Kind.TOO_SLOW);
        assertThat(raw("HTTP/1.1 200 OK\r\n", "X-Head: 1\r\n").kind())
                .isIn(FetchException.Kind.TOO_SLOW, FetchException.Kind.UNREACHABLE);
    }

    @Test
    void aLyingLengthIsAnError() throws IOException {
        assertThat(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nshort", "")
                        .kind())
                .isEqualTo(FetchException.Kind.UNREACHABLE);
        assertThat(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\nshort", "")
                        .kind())
                .isEqualTo(FetchException.Kind.TOO_LARGE);
    }

    /** What comes of a server that says one thing, and then another for as long as it is listened to. */
    private static FetchException raw(String first, String forEver) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread talk = new Thread(() -> talk(server, first, forEver));
            talk.setDaemon(true);
            talk.start();
            return failure(
                    "http://127.0.0.1:" + server.getLocalPort() + "/",
                    new Limits(10_000_000, Duration.ofMillis(700), 1));
        }
    }

    private static void talk(ServerSocket server, String first, String forEver) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            socket.getInputStream().read(new byte[4096]);
            out.write(first.getBytes(UTF_8));
            out.flush();
            while (!forEver.isEmpty()) {
                out.write(forEver.getBytes(UTF_8));
                out.flush();
                Thread.onSpinWait();
            }
        } catch (IOException listenerGone) {
            // As it should be.
        }
    }
}
