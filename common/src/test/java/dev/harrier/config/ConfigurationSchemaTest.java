package dev.harrier.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema of {@code harrier.yml} and the reader of it say the same, key by key and value by value. */
class ConfigurationSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode TREE = tree();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TREE);

    private static final List<String> VALUES = List.of(
            "7",
            "0",
            "-1",
            "91",
            "366",
            "0.5",
            "1.5",
            "-0.5",
            "x",
            "2h",
            "123456s",
            "[indicator, behaviour]",
            "[nonsense]",
            "[drift, hits]",
            "live",
            "shadow",
            "loud",
            "high",
            "indicator",
            "{a: b}",
            "a/b",
            "00000000-0000-5000-8000-000000000001",
            "[00000000-0000-5000-8000-000000000001]",
            "[1-2]");

    /** Each section as the reader names its keys when it meets one that it doesn't know. */
    @Test
    void bothKnowTheSameKeys() {
        for (Map.Entry<String, JsonNode> section : sections().entrySet()) {
            String unknown = "qqqqqqqqqqqqqqqqqqqqqqqq";
            String problems = problems(section.getKey().formatted(unknown + ": 1"));
            Matcher list = Pattern.compile("; there are (.*)").matcher(problems);
            assertThat(list.find()).as(problems).isTrue();
            List<String> keys = new ArrayList<>();
            section.getValue().path("properties").fieldNames().forEachRemaining(keys::add);
            assertThat(new TreeSet<>(Arrays.asList(list.group(1).split(", "))))
                    .as(section.getKey())
                    .isEqualTo(new TreeSet<>(keys));
            assertThat(valid(section.getKey().formatted(unknown + ": 1"))).isFalse();
        }
    }

    /** Of texts the schema is the stricter one: to it a number is none. */
    @Test
    void bothTakeAndRefuseTheSameValues() {
        int compared = 0;
        for (Map.Entry<String, JsonNode> section : sections().entrySet()) {
            for (Map.Entry<String, JsonNode> key :
                    section.getValue().path("properties").properties()) {
                for (String value : VALUES) {
                    if (!isSkipped(key.getValue(), value)) {
                        String yaml = section.getKey().formatted(key.getKey() + ": " + value);
                        assertThat(valid(yaml))
                                .as(yaml + problems(yaml))
                                .isEqualTo(problems(yaml).isEmpty());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void bothTakeEachFindingThatARunCanFailOn() {
        for (Finding finding : Finding.values()) {
            for (String yaml : List.of(
                    "validate: {fail-on: " + finding.word() + "}", "validate: {fail-on: [" + finding.word() + "]}")) {
                assertThat(problems(yaml)).as(yaml).isEmpty();
                assertThat(valid(yaml)).as(yaml).isTrue();
            }
        }
    }

    @Test
    void neitherTakesACredentialOrATargetThatIsCalledLab() {
        for (String yaml : List.of(
                "targets: {s: {settings: {token: x}}}",
                "targets: {lab: {}}",
                "targets: {a/b: {}}",
                "targets: {s: {settings: {a: [b]}}}")) {
            assertThat(valid(yaml)).as(yaml).isFalse();
            assertThat(problems(yaml)).as(yaml).isNotEmpty();
        }
        String good = "targets: {s: {settings: {token-env: SPLUNK, verify: true, port: 8089}}}";
        assertThat(valid(good)).isTrue();
        assertThat(problems(good)).isEmpty();
    }

    @Test
    void theTemplatePassesBothAsItShips() throws IOException {
        String template = resource("harrier.yml");
        assertThat(problems(template)).isEmpty();
        assertThat(valid(template)).isTrue();
        assertThat(ConfigurationReader.read(template, "harrier.yml")).isEqualTo(Configuration.DEFAULT);
    }

    /** As a user does it: each block alone, all of them, and by an editor that takes a blank away with the sign. */
    @Test
    void theTemplatePassesBothWithEachBlockUncommented() throws IOException {
        String template = resource("harrier.yml");
        List<String> blocks = Pattern.compile("(?m)(^#(?! \\S).*\\n)+")
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(blocks).hasSize(3);
        List<String> followed = new ArrayList<>(List.of(template.replaceAll("(?m)^#(?! \\S)", "")));
        blocks.forEach(block -> {
            followed.add(template.replace(block, block.replaceAll("(?m)^#", "")));
            followed.add(template.replace(block, block.replaceAll("(?m)^# ?", "")));
        });
        for (String yaml : followed) {
            assertThat(problems(yaml)).as(yaml).isEmpty();
            assertThat(valid(yaml)).as(yaml).isTrue();
        }
        assertThat(followed.get(0)).contains("\n    events-per-day:", "\n    over-budget:", "\nallow:", "\nverdict:");
        assertThat(ConfigurationReader.read(followed.get(0), "harrier.yml").targets())
                .extracting(TargetConfiguration::name)
                .containsExactly("splunk", "sentinel");
    }

    @Test
    void bothTakeAKeyWithNothingAfterItForNone() {
        for (String yaml :
                List.of("targets:\nallow:\nverdict:\n", "targets:\n  splunk:\n    settings:\n    hunts:\n")) {
            assertThat(problems(yaml)).isEmpty();
            assertThat(valid(yaml)).isTrue();
        }
        assertThat(ConfigurationReader.read("targets:\n  splunk:\n", "harrier.yml")
                        .targets())
                .containsExactly(TargetConfiguration.unnamed("splunk"));
    }

    @Test
    void theExamplesOfTheReadmePassBoth() throws IOException {
        Matcher examples = Pattern.compile("(?s)```ya?ml\n(.*?)```").matcher(Files.readString(Path.of("../README.md")));
        while (examples.find()) {
            assertThat(problems(examples.group(1))).isEmpty();
            assertThat(valid(examples.group(1))).isTrue();
        }
    }

    private static Map<String, JsonNode> sections() {
        JsonNode properties = TREE.path("properties");
        JsonNode target = properties.path("targets").path("additionalProperties");
        Map<String, JsonNode> sections = new TreeMap<>();
        sections.put("{%s}", TREE);
        sections.put("verdict: {%s}", properties.path("verdict"));
        sections.put("validate: {%s}", properties.path("validate"));
        sections.put("promote: {%s}", properties.path("promote"));
        sections.put("targets: {s: {%s}}", target);
        sections.put("targets: {s: {hunts: {%s}}}", target.path("properties").path("hunts"));
        return sections;
    }

    private static boolean isSkipped(JsonNode schema, String value) {
        boolean number = value.matches("-?[0-9.]+");
        boolean section = schema.path("type").toString().contains("object");
        boolean list = schema.has("oneOf");
        return section || (number && schema.path("type").asText().equals("string")) || (list && value.startsWith("{"));
    }

    private static String problems(String yaml) {
        try {
            ConfigurationReader.read(yaml, "harrier.yml");
            return "";
        } catch (ConfigurationException e) {
            return e.getMessage();
        }
    }

    private static boolean valid(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(MAPPER.valueToTree(document)).isEmpty();
    }

    private static JsonNode tree() {
        try {
            return MAPPER.readTree(resource("harrier.schema.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConfigurationReader.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
