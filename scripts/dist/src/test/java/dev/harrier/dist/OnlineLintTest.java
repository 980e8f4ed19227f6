package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.hunt.sigma.ValueLists;
import dev.harrier.pack.lint.LintInputs;
import dev.harrier.pack.lint.LiveParser;
import dev.harrier.pack.lint.PackLint;
import dev.harrier.report.lint.LintRemark;
import dev.harrier.report.lint.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint --online}: what a target's own parser says stands where it belongs, and what it was not asked never passes. */
class OnlineLintTest {
    private static final String RULE = """
            title: Copy of a tool
            id: 839b8d02-0e6c-5b75-a4ab-ae383c48980d
            logsource:
                category: process_creation
                product: windows
            detection:
                sel:
                    CommandLine|contains: 'needle'
                condition: sel
            """;
    private static final String PARSER = "/servicesNS/nobody/search/search/v2/parser";

    @TempDir
    private Path folder;

    private WireMockServer splunkd;
    private ConnectorProvider splunk;

    @BeforeEach
    void start() throws IOException {
        splunkd = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        splunkd.start();
        splunk = Connectors.discover().stream()
                .filter(provider -> provider.name().equals("splunk"))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("rule.yml"), RULE);
    }

    @AfterEach
    void stop() {
        splunkd.stop();
    }

    private void answers(String part, int status, String body) {
        splunkd.stubFor(WireMock.post(PARSER)
                .withRequestBody(WireMock.containing(part))
                .willReturn(WireMock.aResponse().withStatus(status).withBody(body)));
    }

    private Connector connector(String url) {
        return splunk.connect(
                new Settings("corp", "test", Map.of("url", url, "app", "search"), Map.of("token", Secret.of("a.b.c"))));
    }

    private LintReport lint(LiveParser parser) {
        LintInputs inputs = new LintInputs(
                AttackCatalogue.shipped(),
                Connectors.discover(),
                detection -> true,
                ValueLists.none(),
                List.of(parser));
        return PackLint.check(List.of(folder), inputs);
    }

    @Test
    void refusalsOfRulesAndOfFilesHaveTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("own.spl"), "search a=b\n| frobnicate");
        answers("needle", 400, "{\"messages\":[{\"type\":\"FATAL\",\"text\":\"Error in 'tstats' command: no\"}]}");
        answers(
                "frobnicate",
                400,
                "{\"messages\":[{\"type\":\"FATAL\",\"text\":\"Unknown search command 'frobnicate'.\"}]}");
        try (Connector connector = connector(splunkd.baseUrl())) {
            LiveParser parser = new LiveParser("corp", splunk.dialect(), connector);
            LintReport report = lint(parser);
            assertThat(report.remarks())
                    .filteredOn(remark -> remark.code().equals("SPL021"))
                    .extracting(r -> Path.of(r.file()).getFileName() + "", LintRemark::line, r -> r.within()
                            .orElse(""))
                    .containsExactlyInAnyOrder(tuple("own.spl", 2, ""), tuple("rule.yml", 6, "spl 1:3"));
            assertThat(report.remarks()).extracting(LintRemark::message).anyMatch(m -> m.startsWith("corp: splunkd"));
            assertThat(report.rules()).extracting(rule -> rule.code()).contains("SPL021", "KQL024");
            assertThat(parser.asked()).isEqualTo(2);
            assertThat(parser.failure()).isEmpty();
        }
    }

    @Test
    void aParserThatIsDownIsAskedOnceAndSaysSo() throws IOException {
        Files.writeString(folder.resolve("own.spl"), "search a=b");
        splunkd.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withStatus(401)));
        try (Connector connector = connector(splunkd.baseUrl())) {
            LiveParser parser = new LiveParser("corp", splunk.dialect(), connector);
            assertThat(lint(parser).count(Level.ERROR)).isZero();
            assertThat(parser.failure())
                    .get()
                    .extracting(ConnectorException::kind)
                    .isEqualTo(ConnectorException.Kind.AUTHENTICATION);
            assertThat(parser.unasked()).isEqualTo(2);
            assertThat(splunkd.getAllServeEvents()).hasSize(1);
        }
    }

    @Test
    void theCommandPassesOnlyWhatWasAsked() throws Exception {
        answers("needle", 200, "{\"commands\":[{\"command\":\"tstats\"}]}");
        Files.writeString(folder.resolve("token"), "a.b.c");
        String target =
                "targets:\n  corp:\n    kind: splunk\n    settings:\n      url: %s\n      app: search\n      token-file: token\n";
        Files.writeString(folder.resolve("harrier.yml"), target.formatted(splunkd.baseUrl()));
        Harrier harrier = new Harrier(folder);
        Harrier.Run good = harrier.run("lint", "rule.yml", "--online", "corp");
        assertThat(good.exit()).as(good.out() + good.err()).isZero();
        assertThat(good.err()).contains("texts shown to the parser of corp: 1");

        splunkd.stop();
        Harrier.Run down = harrier.run("lint", "rule.yml", "--online", "corp", "--quiet");
        assertThat(down.exit()).as(down.out() + down.err()).isEqualTo(4);
        assertThat(down.err()).contains("texts not shown to its parser: 1");
        assertThat(harrier.run("lint", "rule.yml", "--online", "nowhere").exit())
                .isEqualTo(3);
    }
}
