package dev.harrier.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.harrier.article.fetch.AddressPolicy;
import dev.harrier.article.fetch.Fetcher;
import dev.harrier.article.fetch.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/** {@code extract} on addresses, from the command line to its JSON, against a server of the test's own. */
class WebArticlesTest {
    /** Production's policy, but for the test's own server. Nothing on the command line can do this. */
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

    private static final String PAGE =
            "<!doctype html><html><head><title>The kettle</title></head><body><nav>nav-evil[.]com</nav><article><h1>The kettle</h1>"
                    + "<p>The malware beacons to kettle-evil[.]com and drops a payload that the attackers sign.</p>"
                    + "</article></body></html>";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
            .build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int extract(String... addresses) {
        List<String> arguments = new ArrayList<>(List.of("--output", "ndjson"));
        arguments.addAll(List.of(addresses));
        Console console =
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
        Web web = new Web(() -> new Fetcher(LOOPBACK_TOO, new Limits(100_000, Duration.ofSeconds(20), 5)));
        return new CommandLine(new ExtractCommand(options -> console, () -> web))
                .execute(arguments.toArray(String[]::new));
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static List<String> huntable(JsonNode article) {
        List<String> values = new ArrayList<>();
        article.get("indicators").forEach(indicator -> {
            if (indicator.get("huntable").asBoolean()) {
                values.add(indicator.get("value").asText());
            }
        });
        return values;
    }

    private static void serve(String path, String type, String body) {
        SERVER.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));
    }

    @Test
    void anAddressGivesTheEvidenceOfItsPage() throws IOException {
        serve("/kettle", "text/html", PAGE);
        assertThat(extract(SERVER.url("/kettle"))).isZero();
        assertThat(lines()).singleElement().satisfies(article -> {
            assertThat(article.get("id").asText()).isEqualTo(SERVER.url("/kettle"));
            assertThat(article.get("title").asText()).isEqualTo("The kettle");
            assertThat(huntable(article)).containsExactly("kettle-evil.com");
        });
    }

    /** One entry holds its article whole, one is a teaser whose page is fetched, one leads into the network and isn't. */
    @Test
    void theAddressOfAFeedGivesTheEvidenceOfEachOfItsEntries() throws IOException {
        serve("/kettle", "text/html", PAGE);
        serve("/feed", "application/rss+xml", """
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Lab</title><link>https://lab.example/</link><description>d</description>
                <item><title>Whole</title><guid>whole</guid><content:encoded>&lt;p&gt;The malware beacons to pot-evil[.]com.&lt;/p&gt;</content:encoded></item>
                <item><title>Teaser</title><guid>teaser</guid><link>%s</link><description>The kettle.</description></item>
                <item><title>Inside</title><guid>inside</guid><link>http://169.254.169.254/latest?token=hunter2</link><description>No.</description></item>
                </channel></rss>
                """.formatted(SERVER.url("/kettle")));
        assertThat(extract(SERVER.url("/feed"))).isEqualTo(ExitCode.USAGE.number());
        List<JsonNode> lines = lines();
        assertThat(lines).extracting(line -> line.get("id").asText()).containsExactly("whole", "teaser", "inside");
        assertThat(huntable(lines.get(0))).containsExactly("pot-evil.com");
        assertThat(huntable(lines.get(1))).containsExactly("kettle-evil.com");
        assertThat(lines.get(2).get("error").asText())
                .contains("169.254.169.254")
                .doesNotContain("hunter2");
        assertThat(err.toString(UTF_8)).doesNotContain("hunter2");
        SERVER.verify(1, getRequestedFor(urlPathEqualTo("/kettle")));
    }

    /** The query of an address may hold a secret: no complaint repeats it, whether there was no page or an unreadable one. */
    @Test
    void noComplaintRepeatsTheQueryOfAnAddress() throws IOException {
        serve("/empty", "text/html", "<html><body><script>x</script></body></html>");
        serve("/badfeed", "application/rss+xml", "<rss version='2.0'><channel>");
        SERVER.stubFor(get(urlPathEqualTo("/gone")).willReturn(aResponse().withStatus(404)));
        for (String path : List.of("/empty", "/badfeed", "/gone")) {
            assertThat(extract(SERVER.url(path + "?token=hunter2#hunter2")))
                    .as(path)
                    .isNotZero();
        }
        assertThat(err.toString(UTF_8)).contains("no readable text").doesNotContain("hunter2");
        assertThat(lines()).hasSize(3).allSatisfy(line -> assertThat(
                        line.get("error").asText())
                .startsWith("http")
                .doesNotContain("hunter2"));
    }

    /** What the shipped command does with the same address. */
    @Test
    void withoutThePolicyOfTheTestTheServerIsRefused() {
        serve("/kettle", "text/html", PAGE);
        assertThat(new CommandLine(new ExtractCommand()).execute("--quiet", SERVER.url("/kettle")))
                .isEqualTo(ExitCode.USAGE.number());
        SERVER.verify(0, getRequestedFor(urlPathEqualTo("/kettle")));
    }
}
