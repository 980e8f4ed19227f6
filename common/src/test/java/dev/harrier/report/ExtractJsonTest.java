package dev.harrier.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.harrier.article.ArticleReader;
import dev.harrier.pack.PackMaker;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine contract of {@code extract}. */
class ExtractJsonTest {
    private static final PackMaker MAKER = PackMaker.shipped(false);
    private static final String DENYING =
            "The ransomware group FIN7 broke into three firms and encrypted their files.\n\n"
                    + "We found no trace of Mimikatz on the servers.\n";

    private static String line(String text) {
        return ExtractJson.line(MAKER.make(ArticleReader.readText("kettle.md", text)));
    }

    @Test
    void aThreatThatIsDeniedIsToldApartFromThoseThatAreNamed() throws IOException {
        JsonNode json = new ObjectMapper().readTree(line(DENYING));
        assertThat(json.path("tools").findValuesAsText("name")).doesNotContain("Mimikatz");
        JsonNode denied = json.path("denied");
        assertThat(denied).hasSize(1);
        assertThat(denied.get(0).path("kind").asText()).isEqualTo("tool");
        assertThat(denied.get(0).path("name").asText()).isEqualTo("Mimikatz");
        assertThat(denied.get(0).path("why").asText()).isNotBlank();
        int start = denied.get(0).path("quote").path("start").asInt();
        assertThat(DENYING.substring(start)).startsWith("Mimikatz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DENYING,
                "Nothing.",
                "They ran `schtasks /create /tn Kettle /tr C:\\kettle.exe` (CVE-2026-10101, fixed in 9.2.1) and T1053.005.\n\n"
                        + "## Indicators of compromise\n\nkettle-fox[.]top\n203.0.113[.]77 github.com\n"
            })
    void everyLineKeepsToTheSchemaThatIsPublished(String text) throws IOException {
        assertThat(schema().validate(line(text), InputFormat.JSON)).isEmpty();
    }

    @Test
    void aFailureKeepsToItToo() throws IOException {
        assertThat(schema().validate(ExtractJson.failure("a", "no article"), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate("{\"id\":\"a\"}", InputFormat.JSON)).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = ExtractJson.class.getResourceAsStream("extract.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
