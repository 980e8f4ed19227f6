package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import dev.harrier.lab.EventMaker;
import dev.harrier.pack.lint.LintInputs;
import dev.harrier.pack.lint.PackLint;
import dev.harrier.report.lint.GithubAnnotations;
import dev.harrier.report.lint.LintJson;
import dev.harrier.report.lint.LintJunit;
import dev.harrier.report.lint.LintPage;
import dev.harrier.report.lint.LintRemark;
import dev.harrier.report.lint.LintReport;
import dev.harrier.report.lint.Sarif;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lint of rules and packs: each fault with its code at its place, in every form that a pipeline reads. */
class LintTest {
    private static final List<ConnectorProvider> CONNECTORS = Connectors.discover();
    private static final String RULE = """
            title: Shell with an address
            id: 839b8d02-0e6c-5b75-a4ab-ae383c48980d
            description: A shell is started with an address.
            tags:
                - attack.execution
                - attack.t1059.001
            logsource:
                category: process_creation
                product: windows
            detection:
                sel:
                    Image|endswith: '\\powershell.exe'
                    CommandLine|contains: 'http'
                condition: sel
            falsepositives:
                - Unknown
            level: high
            harrier:
                kind: indicator
                confidence: high
                time-to-live-days: 30
            """;

    @TempDir
    private Path folder;

    private LintReport lint(String... rules) throws IOException {
        for (int i = 0; i < rules.length; i++) {
            Files.writeString(folder.resolve("rule" + i + ".yml"), rules[i]);
        }
        return check(folder);
    }

    private static LintReport check(Path path) {
        return PackLint.check(
                List.of(path), new LintInputs(AttackCatalogue.shipped(), CONNECTORS, d -> !EventMaker.of(d)
                        .hits()
                        .isEmpty()));
    }

    @Test
    void theOriginalIsGood() throws IOException {
        assertThat(lint(RULE).from(Level.WARNING).remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiterString = " ~> ",
            quoteCharacter = '^',
            textBlock = """
            category: process_creation ~> category: nonsense ~> HUNT003 ~> detection
            attack.t1059.001 ~> attack.t1059.099 ~> HUNT002 ~> attack.t1059.099
            attack.t1059.001 ~> attack.t1086 ~> HUNT005 ~> attack.t1086
            attack.execution ~> attack.impact ~> HUNT006 ~> attack.t1059
            attack.execution ~> attack.exekution ~> HUNT007 ~> attack.exekution
            condition: sel ~> condition: sell ~> HUNT004 ~> condition: sell
            level: high ~> level: severe ~> HUNT004 ~> level: severe
            title: Shell ~> title: [Shell ~> HUNT004 ~> : 839b
            839b8d02-0e6c ~> 839b8d02 ~> HUNT004 ~> id: 839b8d02
            |endswith: ~> |endwith: ~> HUNT004 ~> Image
            falsepositives: ~> fields: ~> HUNT011 ~> title
            time-to-live-days: 30 ~> x: 30 ~> HUNT012 ~> kind: ind
            time-to-live-days: 30 ~> time-to-live-days: soon ~> HUNT013 ~> soon
            time-to-live-days: 30 ~> time-to-live-days: 0 ~> HUNT013 ~> 0#
            kind: indicator ~> kind: indicators ~> HUNT013 ~> indicators
            confidence: high ~> confidence: certain ~> HUNT013 ~> certain
            - attack.t1059.001 ~> - detection.threat_hunting ~> HUNT014 ~> tags
            id: 839 ~> x: 839 ~> HUNT017 ~> title
            description: ~> x: ~> HUNT018 ~> title
            CommandLine|contains: 'http' ~> CommandLine|re: '^(?!x)x+' ~> HUNT015 ~> detection
            """)
    void rules(String find, String replacement, String code, String at) throws IOException {
        assertThat(RULE).contains(find);
        int start = RULE.lastIndexOf(find);
        String mutant =
                RULE.substring(0, start) + replacement.replace("#", "\n") + RULE.substring(start + find.length());
        String before = mutant.substring(0, mutant.lastIndexOf(at.replace("#", "\n")));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        assertThat(lint(mutant).remarks()).as(mutant).anySatisfy(remark -> assertThat(remark)
                .extracting(LintRemark::code, LintRemark::line, LintRemark::column)
                .containsExactly(code, line, column));
    }

    @Test
    void twinsAreFoundAcrossFiles() throws IOException {
        String other = RULE.replace("839b8d02", "939b8d02");
        assertThat(lint(RULE, other).remarks())
                .filteredOn(remark -> remark.level() != Level.NOTE)
                .extracting(LintRemark::code, r -> r.file().endsWith("rule1.yml"), LintRemark::line)
                .containsExactlyInAnyOrder(tuple("HUNT009", true, 1), tuple("HUNT010", true, 10));
        assertThat(lint(RULE, RULE.replace("'http'", "'ftp'")).remarks())
                .extracting(LintRemark::code)
                .contains("HUNT008");
    }

    @Test
    void theSameHuntInTwoPacksIsNoTwin() throws IOException {
        for (String pack : List.of("a", "b")) {
            Files.createDirectories(folder.resolve(pack + "/hunts"));
            Files.writeString(folder.resolve(pack + "/hunts/x.yml"), RULE);
        }
        assertThat(check(folder).from(Level.WARNING).remarks()).isEmpty();
    }

    @Test
    void generatedTextNamesRuleAndPlaceInTheText() throws IOException {
        LintReport report = lint(RULE.replace("'http'", "'*http'"));
        assertThat(report.remarks())
                .filteredOn(remark -> remark.code().equals("SPL007"))
                .isNotEmpty()
                .allSatisfy(remark -> {
                    assertThat(remark.line()).isEqualTo(10);
                    assertThat(remark.within().orElseThrow()).matches("spl \\d+:\\d+");
                    assertThat(remark.place()).contains("rule0.yml:10:1 (spl ");
                });
    }

    @Test
    void aFileThatIsNoTextAndOneThatIsNoRuleDoNotHideTheOthers() throws IOException {
        Files.write(folder.resolve("binary.yml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        Files.writeString(folder.resolve("bad.spl"), "search a=b\n| outputlookup x");
        assertThat(lint(RULE, "title: x\n", "- a\n").remarks())
                .filteredOn(remark -> remark.level() == Level.ERROR)
                .extracting(remark -> Path.of(remark.file()).getFileName() + " " + remark.line() + " " + remark.code())
                .contains("binary.yml 1 HUNT019", "bad.spl 2 SPL002", "rule1.yml 1 HUNT004", "rule2.yml 1 HUNT004");
    }

    @Test
    void aPacksFilesAreLintedAsFilesAndEditsAreFound() throws Exception {
        Path article = folder.resolve("article.md");
        Files.writeString(article, """
                # Heron Tide drops a loader

                The actor Heron Tide sent mails with an attachment. The loader connects to update-relay-metrics[.]com and
                runs `vssadmin.exe delete shadows /all /quiet` before it encrypts files. We saw the ransomware at two victims.
                """);
        Harrier harrier = new Harrier(folder);
        assertThat(harrier.run("generate", "article.md", "-o", "packs").exit()).isZero();
        Harrier.Run clean = harrier.run("lint", "packs", "--output", "json");
        assertThat(clean.exit()).as(clean.out() + clean.err()).isZero();
        Path query = edited(".kql", " | where DeviceNam == 'x'");
        edited(".spl", "| delete");
        Harrier.Run dirty = harrier.run("lint", "packs", "--output", "ndjson");
        assertThat(dirty.exit()).isEqualTo(2);
        assertThat(dirty.out())
                .contains(
                        "HUNT016",
                        "SPL002",
                        "\"code\":\"KQL004\"",
                        query.getFileName().toString());
        assertThat(harrier.run("lint", "packs", "--level", "loud").exit()).isEqualTo(3);
        assertThat(harrier.run("lint", "nowhere").exit()).isEqualTo(3);
    }

    private Path edited(String extension, String more) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("packs"))) {
            Path file = files.filter(f -> f.toString().endsWith(extension))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, Files.readString(file).strip() + "\n" + more + "\n");
            return file;
        }
    }

    @Test
    void everyFormCarriesEveryFinding() throws Exception {
        String hostile = RULE.replace("attack.execution", "\"attack.a%\\r\\n::error::b,c:d\\u0007]]>&<\"");
        LintReport report = lint(hostile, RULE.replace("'http'", "'ftp'"));
        List<LintRemark> remarks = report.remarks();
        assertThat(remarks).extracting(LintRemark::code).contains("HUNT007", "HUNT008");

        String[] commands = GithubAnnotations.of(remarks).split("\n");
        assertThat(commands).hasSize(remarks.size()).allMatch(c -> c.matches("::(error|warning|notice) file=.*"));
        assertThat(LintJson.lines(remarks).split("\n")).hasSize(remarks.size());
        assertThat(new ObjectMapper().readTree(LintJson.of(report)).path("findings"))
                .hasSize(remarks.size());
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(LintJunit.of(report).getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("failure")
                        .getLength())
                .isEqualTo(1);
        sarif(new ObjectMapper().readTree(Sarif.of(report, "1.2.3")), remarks);
    }

    private static void sarif(JsonNode log, List<LintRemark> remarks) {
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        assertThat(run.path("results")).hasSize(remarks.size());
        for (JsonNode result : run.path("results")) {
            assertThat(rules.path(result.path("ruleIndex").asInt(-1)).path("id").asText())
                    .isEqualTo(result.path("ruleId").asText());
            assertThat(result.path("level").asText()).isIn("error", "warning", "note");
            assertThat(result.path("message").path("text").asText()).isNotBlank();
            JsonNode place = result.path("locations").path(0).path("physicalLocation");
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(place.path("region").path("startColumn").asInt()).isPositive();
            assertThat(place.path("artifactLocation").path("uri").asText()).endsWith(".yml");
        }
        Set<String> prints =
                run.path("results").findValuesAsText("harrier/v1").stream().collect(Collectors.toSet());
        assertThat(prints).hasSize(remarks.size());
    }

    @Test
    void thePageOfCodesSaysWhatIsLookedFor() throws IOException {
        List<LintRule> rules = PackLint.rules(CONNECTORS);
        assertThat(rules).extracting(LintRule::code).doesNotHaveDuplicates();
        Path page = Path.of("").toAbsolutePath();
        while (!Files.exists(page.resolve(".editorconfig"))) {
            page = page.getParent();
        }
        assertThat(Files.readString(page.resolve("common").resolve("LINT.md")))
                .as("LINT.md is what harrier lint --codes prints")
                .isEqualTo(LintPage.of(rules));
    }
}
