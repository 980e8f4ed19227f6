package dev.harrier.report.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.harrier.report.ValidationReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON report keeps the schema that we publish, and comes back as it was. */
class SavedReportTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SavedReport.schema());

    private static ValidationReport readBack(ValidationReport report) throws IOException {
        return SavedReport.read(new StringReader(ReportFormat.JSON.of(report)));
    }

    private static List<String> problems(String json) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(json);
        return SCHEMA.validate(tree, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    @Test
    void comesBackEqual() throws IOException {
        assertThat(readBack(SampleReports.empty())).isEqualTo(SampleReports.empty());
        assertThat(readBack(SampleReports.byHand())).isEqualTo(SampleReports.byHand());
        for (long seed = 1; seed <= 30; seed++) {
            ValidationReport report = SampleReports.of((int) seed, seed);
            assertThat(readBack(report)).as("seed " + seed).isEqualTo(report);
        }
    }

    @Test
    void everyFormatOfWhatCameBackIsTheSame() throws IOException {
        ValidationReport report = SampleReports.of(20, 99);
        ValidationReport back = readBack(report);
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.of(back)).as(format.word()).isEqualTo(format.of(report));
        }
    }

    @Test
    void keepsItsSchema() throws IOException {
        assertThat(problems(ReportFormat.JSON.of(SampleReports.empty()))).isEmpty();
        assertThat(problems(ReportFormat.JSON.of(SampleReports.byHand()))).isEmpty();
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(problems(ReportFormat.JSON.of(SampleReports.of(12, seed))))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesABareCountOrAnUnknownVerdict() throws IOException {
        String json = ReportFormat.JSON.of(SampleReports.byHand());
        assertThat(problems(json.replace("\"verdict\":\"raised\"", "\"verdict\":\"fine\"")))
                .isNotEmpty();
        assertThat(problems(json.replace("{\"kind\":\"blind\",\"why\":\"no event of its kind <i>\"}", "0")))
                .isNotEmpty();
    }

    @Test
    void whatIsNoReportIsRefusedWithAReason() {
        for (String other :
                List.of("", "{", "[]", "{}", "{\"version\":2,\"packs\":[]}", "{\"packs\":[{}],\"version\":1}")) {
            assertThatThrownBy(() -> SavedReport.read(new StringReader(other)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void brokenReportsFailInOneWayOnly() {
        String json = ReportFormat.JSON.of(SampleReports.byHand());
        for (int i = 0; i < 200; i++) {
            String broken = json.substring(0, json.length() * i / 200);
            assertThatThrownBy(() -> SavedReport.read(new StringReader(broken)))
                    .as("cut at " + broken.length())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SavedReport.read(new StringReader(json.replace("\"2026-11-20\"", "\"yesterday\""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SavedReport.read(new StringReader(json.replace("\"hunts\": [", "\"hints\": ["))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no hunt");
    }
}
