package dev.harrier.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.harrier.article.fetch.Fetcher;
import dev.harrier.article.fetch.Limits;
import dev.harrier.watch.LoopbackToo;
import dev.harrier.watch.Pause;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code watch} from the command line to its packs and exit codes. */
class WatchCommandTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
            .build();

    private static final String FEED = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Lab</title><link>https://lab.example/</link><description>d</description><item><title>Kettle</title>
            <guid>k</guid><content:encoded>The kettle loader beacons to kettle-evil[.]com.</content:encoded></item></channel></rss>
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aRoundWritesPacksAndNamesThemOnStandardOutput() {
        serve("/feed", FEED);
        assertThat(watch("--once", "--force", SERVER.url("/feed"))).isZero();
        assertThat(out.toString(UTF_8).strip())
                .isEqualTo(folder.resolve("packs/kettle").toString());
        assertThat(watch("--once", "--force", SERVER.url("/feed"))).isZero();
        assertThat(out.toString(UTF_8).lines()).hasSize(1);
    }

    @Test
    void theExitCodeSaysWhetherSomeOrAllFeedsFailedOrNeedAPerson() {
        serve("/feed", FEED);
        serve("/page", "<html><body>moved</body></html>");
        assertThat(watch("--once", SERVER.url("/page"))).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(watch("--once", SERVER.url("/gone"))).isEqualTo(ExitCode.REMOTE.number());
        assertThat(watch("--once", SERVER.url("/missing"), SERVER.url("/feed"))).isEqualTo(ExitCode.PARTIAL.number());
        assertThat(watch("--once", "http://169.254.169.254/feed")).isEqualTo(ExitCode.USAGE.number());
        assertThat(watch("--once", "feed.xml")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(watch("--once", "--every", "often", SERVER.url("/feed"))).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void itGoesOnRoundAfterRoundUntilItIsStopped() {
        serve("/feed", FEED);
        List<Duration> pauses = new ArrayList<>();
        Pause pause = time -> {
            pauses.add(time);
            if (pauses.stream().filter(WatchCommandTest::isARound).count() == 3) {
                Thread.currentThread().interrupt();
            }
        };
        assertThat(run(pause, "--every", "2h", SERVER.url("/feed"))).isZero();
        assertThat(Thread.interrupted()).isTrue();
        SERVER.verify(3, getRequestedFor(urlPathEqualTo("/feed")));
    }

    /** Two hours, a tenth less or more; between two requests to one host it is a second. */
    private static boolean isARound(Duration pause) {
        return pause.toMinutes() >= 108 && pause.toMinutes() <= 132;
    }

    private int watch(String... arguments) {
        return run(time -> {}, arguments);
    }

    private int run(Pause pause, String... arguments) {
        Console console =
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
        List<String> all = new ArrayList<>(List.of(
                "--memory",
                folder.resolve("memory").toString(),
                "-o",
                folder.resolve("packs").toString()));
        all.addAll(List.of(arguments));
        Limits limits = new Limits(100_000, Duration.ofSeconds(20), 5);
        WatchCommand command =
                new WatchCommand(options -> console, () -> new Fetcher(new LoopbackToo(), limits), pause);
        return new CommandLine(command).execute(all.toArray(String[]::new));
    }

    private static void serve(String path, String body) {
        SERVER.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/rss+xml")
                        .withBody(body)));
    }
}
