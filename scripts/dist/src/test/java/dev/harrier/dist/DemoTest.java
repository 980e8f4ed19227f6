package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.ArticleReader;
import dev.harrier.assess.Severity;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.lab.PackTest;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.pack.PackMaker;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped article against the shipped events, held against the answer key in {@code scripts/demo/README.md}. */
class DemoTest {
    private static HuntPack pack;
    private static Lab lab;
    private static final Map<String, Map<String, HitCount>> COUNTS = new HashMap<>();

    @BeforeAll
    static void runOnce() throws IOException {
        pack = PackMaker.shipped(false)
                .make(ArticleReader.read("article.md", resource("article.md").readAllBytes()));
        lab = Lab.inMemory();
        lab.load("events.jsonl.gz", resource("events.jsonl.gz"));
        for (ConnectorProvider provider : Connectors.discover()) {
            lab.install(provider.dialect());
            LabConnector connector = new LabConnector(lab, provider.dialect(), "demo");
            for (Hunt hunt : pack.hunts()) {
                if (provider.dialect().render(hunt, connector.profile()) instanceof Rendering.Rendered rendered) {
                    Deployment deployment = new Deployment(hunt, rendered.text(), Deployment.State.SHADOW);
                    COUNTS.computeIfAbsent(hunt.title(), key -> new HashMap<>())
                            .put(
                                    provider.name(),
                                    connector.count(deployment, lab.span().orElseThrow()));
                }
            }
        }
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void theArticleIsAThreatOfHighSeverity() {
        assertThat(pack.assessment().relevance().threat()).isTrue();
        assertThat(pack.assessment().severity().level()).isGreaterThanOrEqualTo(Severity.HIGH);
    }

    @Test
    void bothLanguagesFindTheSame() {
        COUNTS.forEach((title, counts) -> {
            if (counts.size() == 2) {
                assertThat(comparable(counts.get("splunk"))).as(title).isEqualTo(comparable(counts.get("sentinel")));
            }
        });
    }

    @Test
    void everyTextCanBeRun() {
        COUNTS.forEach((title, counts) -> counts.values()
                .forEach(count -> assertThat(count).as(title).isNotInstanceOf(HitCount.Unanswered.class)));
    }

    @Test
    void everyHuntPassesItsTestInBothLanguages() {
        List<Dialect> dialects =
                Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
        assertThat(dialects).hasSize(2);
        assertThat(PackTest.test(pack.hunts(), dialects).hunts())
                .hasSameSizeAs(pack.hunts())
                .filteredOn(test -> !test.passed())
                .extracting(test -> test.hunt().title() + ": " + test.outcomes())
                .isEmpty();
    }

    @Test
    void domainsAreSeenWithTheirSubdomainsAndWithoutTheirLookAlikes() {
        assertThat(hits("Domains looked up", EventKind.DNS_QUERY)).isEqualTo("72 events, 2 hosts");
        assertThat(hits("Domains connected to", EventKind.NETWORK_CONNECTION)).isEqualTo("2 events, 2 hosts");
    }

    @Test
    void addressesAreSeenWithoutTheirNeighbours() {
        assertThat(hits("Addresses connected to", EventKind.NETWORK_CONNECTION)).isEqualTo("80 events, 3 hosts");
    }

    @Test
    void hashesAreSeen() {
        assertThat(hits("Known bad programs run", EventKind.PROCESS_CREATION)).isEqualTo("12 events, 3 hosts");
    }

    @Test
    void programsOfTheActorAreSeenWithoutThoseWhoseNamesEndAlike() {
        assertThat(hits("Programs run", EventKind.PROCESS_CREATION)).isEqualTo("13 events, 3 hosts");
    }

    @Test
    void pipesAreSeenByTheBeginningOfTheirName() {
        assertThat(hits("Named pipes made", EventKind.PIPE_CREATED)).isEqualTo("4 events, 2 hosts");
    }

    /** Sysmon hashes programs and libraries, not the files that it sees written. */
    @Test
    void hashesOfWrittenFilesAreBlindWhereNoEventCarriesOne() {
        assertThat(COUNTS.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("Known bad files written"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue().values()).allMatch(HitCount.Blind.class::isInstance));
    }

    @Test
    void withoutMailOrProxyTelemetryTheirHuntsAreBlind() {
        assertThat(pack.hunts())
                .filteredOn(hunt ->
                        hunt.logic().kind() == EventKind.EMAIL || hunt.logic().kind() == EventKind.PROXY)
                .isNotEmpty()
                .allSatisfy(hunt -> assertThat(
                                COUNTS.getOrDefault(hunt.title(), Map.of()).values())
                        .allMatch(HitCount.Blind.class::isInstance));
    }

    @Test
    void nothingOfTheArticlesTrapsBecomesAHunt() {
        List<String> traps = List.of(
                "node.js",
                "asp.net",
                "relay.js",
                "net.webclient",
                "10.0.19045.3803",
                "2.3.0.14",
                "microsoft.com",
                "mitre.org",
                "nist.gov",
                "rclone.org",
                "github.com",
                "fennmark.example");
        assertThat(pack.hunts())
                .filteredOn(hunt -> hunt.kind() != Hunt.Kind.CATALOGUE)
                .allSatisfy(hunt -> assertThat(hunt.logic().toString().toLowerCase(Locale.ROOT))
                        .doesNotContain(traps));
    }

    /** KQL's counting gives whole seconds; CIM's DNS dataset knows no user. */
    private static HitCount comparable(HitCount count) {
        if (!(count instanceof HitCount.Counted counted)) {
            return count;
        }
        Hits hits = counted.hits();
        return new HitCount.Counted(
                new Hits(
                        hits.events(),
                        hits.hosts(),
                        0,
                        hits.days(),
                        hits.first().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                        hits.last().map(time -> time.truncatedTo(ChronoUnit.SECONDS))),
                counted.searched());
    }

    private static String hits(String title, EventKind kind) {
        Hunt hunt = pack.hunts().stream()
                .filter(h -> h.title().startsWith(title) && h.logic().kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no hunt " + title));
        Hits hits = Optional.of(COUNTS.get(hunt.title()).get("splunk"))
                .map(HitCount.Counted.class::cast)
                .orElseThrow()
                .hits();
        return hits.events() + " events, " + hits.hosts() + " hosts";
    }

    private static InputStream resource(String name) {
        return DemoTest.class.getResourceAsStream("/dev/harrier/demo/" + name);
    }
}
