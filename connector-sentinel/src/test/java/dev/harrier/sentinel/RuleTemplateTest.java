package dev.harrier.sentinel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.hunt.Hunt;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The YAML that shops deploy through Repositories: exact, and no value of it is ever structure. */
class RuleTemplateTest {
    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "kind",
            "version",
            "description",
            "severity",
            "requiredDataConnectors",
            "queryFrequency",
            "queryPeriod",
            "triggerOperator",
            "triggerThreshold",
            "tactics",
            "relevantTechniques",
            "query",
            "entityMappings",
            "customDetails",
            "alertDetailsOverride",
            "eventGroupingSettings",
            "incidentConfiguration");

    @Test
    void isAsTheGoldenFileSays() throws IOException {
        Hunt hunt = Samples.hunt("powershell -enc");

        assertThat(yaml(hunt, Samples.text(hunt))).isEqualTo(golden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a: b",
                "- a",
                "\"quoted\" 'twice' \\ back\\slash",
                "line\nquery: |\n  evil",
                "---\nid: evil\n...",
                "# comment",
                "!!java.net.URL [http://evil]",
                "*alias &anchor <<: {a: b}",
                "tab\tand\r\nreturn",
                "\u0000\u0007\u001b\u007f\u0085\u00a0\u2028\u2029\ufeff\u202e",
                "\ud83e\udd85 and half \ud83e",
                "%TAG ! tag:evil",
                "  indented",
                "trailing  ",
                ""
            })
    void noValueBecomesStructure(String hostile) {
        Hunt hunt = Samples.hunt("Sample", hostile, "needle", List.of("T1059.001"));

        readsBack(hunt, Samples.text(hunt) + " // " + hostile.replace("\n", " "));
        readsBack(hunt, "DeviceProcessEvents\n" + hostile);
        readsBack(hunt, hostile);
    }

    @Test
    void noRandomTextBecomesStructure() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, 60)
                    .forEach(c -> text.append("\n\r\t:#-|>\"'\\{}[]&*!%@`,? ab01\u2028\u00e9".charAt(c % 29)));
            Hunt hunt = Samples.hunt("Sample", text.toString(), "needle", List.of());
            assertThat(read(yaml(hunt, text.toString())).get("query"))
                    .as("seed " + seed)
                    .isEqualTo(visible(text.toString()));
        }
    }

    @Test
    void theConnectorsOfTheQuerysTablesAreNamedAndNoOthers() {
        assertThat(connectors("SecurityEvent | where EventID == 4688 and Account == \"DeviceEvents\" // Syslog"))
                .isEqualTo(List.of(
                        Map.of("connectorId", "SecurityEvents", "dataTypes", List.of("SecurityEvent")),
                        Map.of("connectorId", "WindowsSecurityEvents", "dataTypes", List.of("SecurityEvent"))));
        assertThat(connectors("_Im_WebSession() | where Url has \"x\"")).isEqualTo(List.of());
    }

    private static Object connectors(String query) {
        return read(yaml(Samples.hunt("needle"), query)).get("requiredDataConnectors");
    }

    @Test
    void techniquesComeFromTheCatalogueAndFitTheTactics() {
        Hunt hunt = Samples.hunt("Sample", "Text.", "needle", List.of("T1059.001", "T1071", "T9999", "]: evil"));

        Map<?, ?> yaml = read(yaml(hunt, Samples.text(hunt)));

        assertThat(yaml.get("relevantTechniques")).isEqualTo(List.of("T1059.001", "T1071"));
        assertThat(yaml.get("tactics")).isEqualTo(List.of("Execution", "CommandAndControl"));
    }

    @Test
    void everyTechniquesParentFitsItsTactics() {
        AttackCatalogue catalogue = AttackCatalogue.shipped();
        List<String> bad = new ArrayList<>();
        for (Technique technique : catalogue.techniques()) {
            List<String> parents = catalogue.current(technique.parentId()).stream()
                    .flatMap(parent -> parent.tactics().stream())
                    .map(tactic -> tactic.id())
                    .toList();
            if (catalogue.current(technique.id()).filter(technique::equals).isPresent()
                    && technique.tactics().stream().noneMatch(tactic -> parents.contains(tactic.id()))) {
                bad.add(technique.id());
            }
        }
        assertThat(bad).isEmpty();
    }

    private static void readsBack(Hunt hunt, String query) {
        Map<?, ?> yaml = read(yaml(hunt, query));

        assertThat(KEYS).containsAll(yaml.keySet().stream().map(String::valueOf).toList());
        assertThat(yaml.get("id")).isEqualTo(hunt.id().toString());
        assertThat(yaml.get("query")).isEqualTo(visible(query));
        assertThat(String.valueOf(yaml.get("description"))).startsWith(visible(hunt.description()));
    }

    /** Half of a surrogate pair is no character and becomes the replacement character. */
    private static String visible(String text) {
        return text.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String yaml(Hunt hunt, String query) {
        return RuleTemplate.of(hunt, query, Targets.body());
    }

    private static Map<?, ?> read(String yaml) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static String golden() throws IOException {
        try (InputStream in = RuleTemplateTest.class.getResourceAsStream("powershell.rule.yaml")) {
            return in == null ? "" : new String(in.readAllBytes(), UTF_8);
        }
    }
}
