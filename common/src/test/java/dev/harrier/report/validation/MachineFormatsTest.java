package dev.harrier.report.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.report.SarifSchema;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What other programs read: each format keeps its own rules, whatever an article says. */
class MachineFormatsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_]+(\\{([a-z]+=\"(\\\\[\\\\\"n]|[^\\\\\"\n])*\",?)+})? -?\\d+");

    private final ValidationReport report = SampleReports.byHand();

    private JsonNode json(ReportFormat format) throws IOException {
        return MAPPER.readTree(format.of(report));
    }

    @Test
    void ndjsonHasALinePerHuntAndTarget() throws IOException {
        List<String> lines = ReportFormat.NDJSON.of(report).lines().toList();
        assertThat(lines).hasSize(report.hunts().size() * report.targets().size());
        for (String line : lines) {
            JsonNode node = MAPPER.readTree(line);
            assertThat(node.path("version").asInt()).isEqualTo(1);
            assertThat(node.path("count").has("events"))
                    .isEqualTo(!List.of("blind", "error")
                            .contains(node.path("verdict").asText()));
        }
    }

    @Test
    void junitFailsDriftErrorsNoAnswerAndSkipsTheUnseen()
            throws IOException, ParserConfigurationException, SAXException {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportFormat.JUNIT.of(report).getBytes(StandardCharsets.UTF_8)));
        NodeList suites = xml.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            assertThat(suite.getAttribute("tests")).isEqualTo("8");
            assertThat(suite.getAttribute("failures")).isEqualTo("1");
            assertThat(suite.getAttribute("errors")).isEqualTo("1");
            assertThat(suite.getAttribute("skipped")).isEqualTo("2");
            for (String outcome : List.of("failure", "error")) {
                assertThat(suite.getElementsByTagName(outcome).getLength()).isEqualTo(1);
            }
        }
    }

    @Test
    void sarifHasEachFindingWithItsRuleItsFileAndAFingerprintOfItsOwn() throws IOException {
        JsonNode run = json(ReportFormat.SARIF).path("runs").path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        Set<String> fingerprints = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode result : run.path("results")) {
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .matches("packs/2026-11-20-campaign/hunts/[a-z0-9-]+\\.yml");
            assertThat(fingerprints.add(
                            result.at("/partialFingerprints").path("harrier/v1").asText()))
                    .isTrue();
            seen.add(result.path("ruleId").asText().replace("harrier/", ""));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "raised",
                        "confirmed",
                        "noisy",
                        "blocked",
                        "error",
                        "blind",
                        "drift",
                        "foreign",
                        "disagreement");
    }

    @Test
    void sarifIsWhatTheStandardsSchemaSays() {
        assertThat(SarifSchema.problems(ReportFormat.SARIF.of(report))).isEmpty();
        assertThat(SarifSchema.problems(ReportFormat.SARIF.of(SampleReports.of(20_000, 2))))
                .isEmpty();
    }

    @Test
    void sarifIsCutWhereCodeScanningStops() throws IOException {
        JsonNode run = MAPPER.readTree(ReportFormat.SARIF.of(SampleReports.of(20_000, 2)))
                .path("runs")
                .path(0);
        assertThat(run.path("results")).hasSize(5_000);
        assertThat(run.path("invocations").toString()).contains("more findings are left out here");
        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("harrier/raised");
    }

    @Test
    void theLayerScoresEachTechniqueOnce() throws IOException {
        JsonNode layer = json(ReportFormat.NAVIGATOR);
        assertThat(layer.path("versions").path("layer").asText()).isEqualTo("4.5");
        Set<String> ids = new HashSet<>();
        layer.path("techniques").forEach(each -> {
            assertThat(ids.add(each.path("techniqueID").asText())).isTrue();
            assertThat(each.path("score").asInt()).isBetween(0, 100);
        });
        assertThat(ids).contains("T1059.001", "T1071.001");
    }

    @Test
    void stixHasASightingForEachIndicatorHuntAndTargetThatWasHit() throws IOException {
        JsonNode objects = json(ReportFormat.STIX).path("objects");
        Set<String> ids = new HashSet<>();
        objects.forEach(
                object -> assertThat(ids.add(object.path("id").asText())).isTrue());
        int sightings = 0;
        for (JsonNode object : objects) {
            if (object.path("type").asText().equals("sighting")) {
                sightings++;
                assertThat(ids).contains(object.path("sighting_of_ref").asText());
                assertThat(ids).contains(object.at("/where_sighted_refs/0").asText());
                assertThat(object.path("count").asLong()).isPositive();
            }
        }
        assertThat(sightings).isEqualTo(2);
        assertThat(objects.toString())
                .contains("[ipv4-addr:value = '203.0.113.9']")
                .doesNotContain("CommandLine");
    }

    @Test
    void aBundleOfNothingHasNoEmptyList() throws IOException {
        assertThat(MAPPER.readTree(ReportFormat.STIX.of(SampleReports.empty())).has("objects"))
                .isFalse();
    }

    @Test
    void csvHoldsNoFormulaAndNoZeroForWhatWasNotSearched() {
        String csv = ReportFormat.CSV.of(report);
        assertThat(csv.lines().filter(line -> line.contains(",blind,")))
                .isNotEmpty()
                .allMatch(line -> line.contains(",blind,blind,,,,,,,"));
        assertThat(ReportFormat.CSV.of(SampleReports.of(50, 11))).doesNotContainPattern("(^|[,\n])\"?[=+@\t]");
    }

    @Test
    void prometheusSamplesAreWellFormedAndSaidOnce() {
        String text = ReportFormat.PROMETHEUS.of(SampleReports.of(30, 12));
        Set<String> series = new HashSet<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            assertThat(SAMPLE.matcher(line).matches()).as(line).isTrue();
            assertThat(series.add(line.substring(0, line.lastIndexOf(' ')))).isTrue();
        });
        assertThat(text).endsWith("\n");
    }

    @Test
    void prometheusHasNoHitsOfAHuntThatWasNotSearched() {
        String text = ReportFormat.PROMETHEUS.of(report);
        String blind = report.hunts().get(Verdict.BLIND.ordinal()).id().toString();
        assertThat(text.lines().filter(line -> line.startsWith("harrier_hunt_hits{hunt=\"" + blind)))
                .isEmpty();
        assertThat(text)
                .contains("harrier_hunt_verdict{hunt=\"" + blind + "\",target=\"sentinel\",verdict=\"blind\"} 1");
    }

    @Test
    void prometheusTellsBlockedHitsOnlyWhereTheTelemetryDoes() {
        String blocked = report.hunts().get(Verdict.BLOCKED.ordinal()).id().toString();
        assertThat(ReportFormat.PROMETHEUS.of(report).lines())
                .filteredOn(line -> line.startsWith("harrier_hunt_blocked_hits"))
                .containsExactlyInAnyOrder(
                        "harrier_hunt_blocked_hits{hunt=\"" + blocked + "\",target=\"splunk-main\"} 70",
                        "harrier_hunt_blocked_hits{hunt=\"" + blocked + "\",target=\"sentinel\"} 70");
    }

    @Test
    void annotationsAreOneLineEachAndStartNoOtherCommand() {
        for (long seed = 0; seed < 20; seed++) {
            List<String> lines = ValidationAnnotations.of(SampleReports.of(40, seed));
            assertThat(lines).as("seed " + seed).hasSizeBetween(1, 10);
            assertThat(lines)
                    .allMatch(line ->
                            line.startsWith("::warning title=") && line.lines().count() == 1);
        }
    }
}
