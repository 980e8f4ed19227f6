package dev.harrier.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.harrier.article.fetch.FetchException;
import dev.harrier.article.fetch.Fetcher;
import dev.harrier.article.fetch.Limits;
import dev.harrier.hunt.HuntPack;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rounds over feeds of a server of the test's own, in time of the test's own. */
class WatchTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final PackMaker MAKER = PackMaker.shipped(true);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
            .build();

    @TempDir
    private Path folder;

    private final Notes notes = new Notes();
    private final Hours hours = new Hours();

    @Test
    void oneCampaignToldByThreeSitesIsOnePackWithThreeSources() throws IOException {
        feed(
                "/a",
                item(
                        "a1",
                        "Kettle steals",
                        "The kettle loader beacons to kettle-evil[.]com, pot-evil[.]net and lid-evil[.]info."));
        feed(
                "/b",
                item(
                        "b1",
                        "New loader",
                        "Researchers found an implant. It calls kettle-evil[.]com; pot-evil[.]net and lid-evil[.]info follow."));
        feed(
                "/c",
                item(
                        "c1",
                        "What kettle means",
                        "Indicators: pot-evil[.]net, kettle-evil[.]com, lid-evil[.]info, and spout-evil[.]org of its own."));
        Round round = watch().round(List.of(url("/a"), url("/b"), url("/c")));
        assertThat(round).isEqualTo(new Round(3, 0, 0, 3));
        assertThat(packs()).singleElement().satisfies(pack -> {
            assertThat(Files.readString(pack.resolve("sources.json")))
                    .contains("https://site.example/a1", "https://site.example/b1", "https://site.example/c1");
            assertThat(Files.readString(pack.resolve("indicators.csv"))).contains("kettle-evil.com", "spout-evil.org");
        });
        assertThat(notes.sources).hasSize(3);
        assertThat(hunts(packs().get(0))).allSatisfy(rule -> assertThat(rule).contains("https://site.example/c1"));
    }

    @Test
    void storiesThatShareNothingStayApart() throws IOException {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com and its attackers steal."));
        feed("/b", item("b1", "Pan", "The pan wiper of another group beacons to pan-evil[.]com, and deletes shadows."));
        watch().round(List.of(url("/a"), url("/b")));
        assertThat(packs()).hasSize(2);
    }

    @Test
    void whatWasReadIsNotReadAgainThoughTheProcessAndTheOrderChange() throws IOException {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        assertThat(watch().round(List.of(url("/a"))).packs()).isEqualTo(1);
        feed(
                "/a",
                item("a2", "Pan", "The pan wiper beacons to pan-evil[.]com.")
                        + item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        assertThat(watch().round(List.of(url("/a"))).packs()).isEqualTo(1);
        assertThat(watch().round(List.of(url("/a"))).packs()).isZero();
    }

    @Test
    void aChangedEntryRenewsItsPack() throws IOException {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        watch().round(List.of(url("/a")));
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com and late-evil[.]com."));
        assertThat(watch().round(List.of(url("/a"))).packs()).isEqualTo(1);
        assertThat(packs()).singleElement().satisfies(pack -> {
            assertThat(Files.readString(pack.resolve("indicators.csv"))).contains("late-evil.com");
            assertThat(pack.resolve("sources.json")).doesNotExist();
        });
    }

    @Test
    void anUnchangedFeedIsAskedForByItsValidatorsAndNotSentAgain() {
        stub(
                "/a",
                rss(item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."))
                        .withHeader("ETag", "\"7\""));
        watch().round(List.of(url("/a")));
        SERVER.stubFor(get(urlPathEqualTo("/a"))
                .withHeader("If-None-Match", equalTo("\"7\""))
                .willReturn(aResponse().withStatus(304)));
        assertThat(watch().round(List.of(url("/a")))).isEqualTo(new Round(1, 0, 0, 0));
        SERVER.verify(1, getRequestedFor(urlPathEqualTo("/a")).withHeader("If-None-Match", equalTo("\"7\"")));
    }

    @Test
    void aFeedThatAsksForPatienceIsLeftAloneThatLongAcrossRuns() {
        stub("/a", aResponse().withStatus(429).withHeader("Retry-After", "7200"));
        assertThat(watch().round(List.of(url("/a")))).isEqualTo(new Round(1, 1, 0, 0));
        hours.pass(Duration.ofMinutes(119));
        assertThat(watch().round(List.of(url("/a"))).asked()).isZero();
        hours.pass(Duration.ofMinutes(2));
        assertThat(watch().round(List.of(url("/a"))).asked()).isEqualTo(1);
        SERVER.verify(2, getRequestedFor(urlPathEqualTo("/a")));
    }

    @Test
    void aHostThatAsksForPatienceIsSparedTheOtherFeedsToo() {
        stub("/a", aResponse().withStatus(429).withHeader("Retry-After", "600"));
        watch().round(List.of(url("/a"), url("/b")));
        SERVER.verify(0, getRequestedFor(urlPathEqualTo("/b")));
        assertThat(hours.slept).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void requestsToOneHostHaveASecondBetweenThem() {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        feed("/b", item("b1", "Pan", "The pan wiper beacons to pan-evil[.]com."));
        watch().round(List.of(url("/a"), url("/b")));
        assertThat(hours.slept).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void feedsWithoutEntriesOrNewsOrThatAreNoneAreFindings() {
        feed("/empty", "");
        stub("/page", aResponse().withHeader("Content-Type", "text/html").withBody("<html><body>moved</body></html>"));
        feed(
                "/old",
                item("o1", "Kettle", "The kettle loader beacons to kettle-evil[.]com.")
                        .replace("</item>", "<pubDate>Mon, 01 Dec 2025 00:00:00 GMT</pubDate></item>"));
        Round round = watch().round(List.of(url("/empty"), url("/page"), url("/old")));
        assertThat(round.findings()).isEqualTo(3);
        assertThat(notes.findings)
                .anySatisfy(text -> assertThat(text).contains("/empty", "no entries"))
                .anySatisfy(text -> assertThat(text).contains("/page", "no RSS or Atom feed"))
                .anySatisfy(text -> assertThat(text).contains("/old", "nothing new for 89 days"));
    }

    @Test
    void aFeedThatStopsChangingBecomesAFinding() {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        assertThat(watch().round(List.of(url("/a"))).findings()).isZero();
        hours.pass(Duration.ofDays(31));
        assertThat(watch().round(List.of(url("/a"))).findings()).isEqualTo(1);
    }

    @Test
    void aPageThatCannotBeHadIsTriedInThreeRoundsAndThenItsTeaserIsRead() throws IOException {
        feed(
                "/a",
                "<item><title>Kettle</title><guid>k</guid><link>" + url("/page")
                        + "</link><description>The kettle beacons to kettle-evil[.]com.</description></item>");
        stub("/page", aResponse().withStatus(403));
        for (int round = 0; round < 3; round++) {
            assertThat(watch().round(List.of(url("/a"))).packs()).isZero();
        }
        assertThat(watch().round(List.of(url("/a")))).isEqualTo(new Round(1, 0, 1, 1));
        assertThat(watch().round(List.of(url("/a")))).isEqualTo(new Round(1, 0, 0, 0));
        SERVER.verify(3, getRequestedFor(urlPathEqualTo("/page")));
        assertThat(packs()).hasSize(1);
    }

    /** Killed after the pack was written and before its entry was: the next run does it again, to the same bytes. */
    @Test
    void whatAKillInterruptsIsDoneAgainAndEndsTheSame() throws IOException {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        watch().round(List.of(url("/a")));
        Map<String, String> before = contents();
        Files.delete(memory().resolve("seen.jsonl"));
        watch().round(List.of(url("/a")));
        assertThat(contents()).isEqualTo(before);
        assertThat(packs()).hasSize(1);
        Files.writeString(memory().resolve("seen.jsonl"), "{\"v\":1,\"ent", StandardOpenOption.APPEND);
        assertThat(watch().round(List.of(url("/a"))).packs()).isZero();
    }

    @Test
    void theQueryOfAFeedIsNeitherShownNorKept() throws IOException {
        feed("/a", item("a1", "Kettle", "The kettle loader beacons to kettle-evil[.]com."));
        stub("/bad", aResponse().withStatus(500));
        watch().round(List.of(url("/a?token=hunter2"), url("/bad?token=hunter2"), url("/none?token=hunter2")));
        assertThat(notes.findings.toString() + notes.others).isNotEmpty().doesNotContain("hunter2");
        for (Path file : files(memory())) {
            assertThat(Files.readString(file)).doesNotContain("hunter2");
        }
    }

    private Watch watch() {
        Fetcher fetcher = new Fetcher(new LoopbackToo(), new Limits(1_000_000, Duration.ofSeconds(20), 5));
        Timing timing =
                new Timing(Duration.ofMinutes(30), Duration.ofDays(30), hours, hours::pass, new SplittableRandom(1));
        return new Watch(
                memory(),
                MAKER,
                () -> new PackFolder(folder.resolve("packs"), List.of()),
                fetcher::fetch,
                timing,
                notes);
    }

    private Path memory() {
        return folder.resolve("memory");
    }

    private static String url(String path) {
        return SERVER.url(path).replace("127.0.0.1", "localhost");
    }

    private static void feed(String path, String items) {
        stub(path, rss(items));
    }

    private static ResponseDefinitionBuilder rss(String items) {
        return aResponse().withHeader("Content-Type", "application/rss+xml").withBody("""
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Lab</title><link>https://lab.example/</link><description>d</description>%s</channel></rss>
                """.formatted(items));
    }

    private static String item(String id, String title, String text) {
        return "<item><title>%s</title><guid>%s</guid><link>https://site.example/%s</link><content:encoded>&lt;p&gt;%s&lt;/p&gt;</content:encoded></item>"
                .formatted(title, id, id, text);
    }

    private static void stub(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private List<Path> packs() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("packs"))) {
            return all.sorted().toList();
        }
    }

    private static List<String> hunts(Path pack) throws IOException {
        List<String> rules = new ArrayList<>();
        for (Path file : files(pack.resolve("hunts"))) {
            rules.add(Files.readString(file));
        }
        assertThat(rules).isNotEmpty();
        return rules;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(folder.resolve("packs"))) {
            contents.put(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Time that passes only when somebody sleeps. */
    private static final class Hours extends Clock {
        private Instant now = START;
        private Duration slept = Duration.ZERO;

        void pass(Duration time) {
            now = now.plus(time);
            slept = slept.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Notes implements WatchNotices {
        private final List<String> findings = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private List<URI> sources = List.of();

        @Override
        public void written(Path folder, HuntPack pack, List<URI> sources) {
            this.sources = sources;
        }

        @Override
        public void passed(String article, String why) {
            others.add(article + ": " + why);
        }

        @Override
        public void finding(String feed, String what) {
            findings.add(feed + ": " + what);
        }

        @Override
        public void failed(String feed, FetchException failure) {
            others.add(feed + ": " + failure.getMessage());
        }

        @Override
        public void progress(String what) {
            others.add(what);
        }
    }
}
