package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.ExportedFile;
import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.dialect.KqlDialect;
import dev.harrier.sentinel.fake.RuleSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What shops without REST access import. */
class ExportTest {
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final Hunt HOSTILE =
            Samples.hunt("Hostile", "[concat('evil')]", "[resourceGroup().id]", List.of("T1059"));

    @Test
    void theTemplateHoldsEachHuntAsADisabledRuleThatTheSchemaTakes() throws JsonProcessingException {
        JsonNode template = new ObjectMapper().readTree(files().get("sentinel/azuredeploy.json"));

        assertThat(template.path("resources")).hasSize(2).allSatisfy(resource -> {
            assertThat(resource.path("name").asText())
                    .startsWith("[concat(parameters('workspace'), '/Microsoft.SecurityInsights/");
            ObjectNode body = new ObjectMapper().createObjectNode().put("kind", "Scheduled");
            body.set("properties", resource.path("properties"));
            assertThat(RuleSchema.problems(body)).isEmpty();
            assertThat(resource.path("properties").path("enabled").asBoolean(true))
                    .isFalse();
        });
    }

    @Test
    void noTextOfAnArticleIsAnExpression() throws JsonProcessingException {
        JsonNode template = new ObjectMapper().readTree(files().get("sentinel/azuredeploy.json"));

        assertThat(template.findValuesAsText("description"))
                .filteredOn(text -> text.startsWith("["))
                .hasSize(1)
                .allMatch(text -> text.startsWith("[["));
    }

    @Test
    void aDetectionOfDefenderKeepsWhatTheServiceWants() throws JsonProcessingException {
        String path = "sentinel/defender/" + HUNT.fileName();
        JsonNode detection = new ObjectMapper().readTree(files().get(path + ".json"));

        String query = detection.path("queryCondition").path("queryText").asText();
        assertThat(query).isEqualTo(files().get(path + ".kql").strip()).contains("Timestamp", "DeviceId", "ReportId");
        assertThat(detection.path("isEnabled").asBoolean(true)).isFalse();
        assertThat(detection
                        .path("detectionAction")
                        .path("alertTemplate")
                        .path("severity")
                        .asText())
                .isEqualTo("high");
    }

    @Test
    void lintHasNothingToSay() {
        KqlDialect kql = new KqlDialect();
        files().forEach((path, text) -> assertThat(kql.lintFile(path, text).orElse(List.of()))
                .as(path)
                .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR));
    }

    private static Map<String, String> files() {
        return new SentinelProvider()
                .export(List.of(HUNT, HOSTILE)).stream()
                        .collect(Collectors.toMap(ExportedFile::path, ExportedFile::text));
    }
}
