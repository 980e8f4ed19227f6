package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.fake.RuleSchema;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What a rule says of its hunt, and that its fields lose nothing of it. */
class RuleBodyTest {
    @Test
    void everyTechniqueGivesAValidRule() {
        for (Technique technique : AttackCatalogue.shipped().techniques()) {
            Hunt hunt = Samples.hunt("Sample", "Text.", "needle", List.of(technique.id()));

            assertThat(RuleSchema.problems(body(properties(hunt))))
                    .as(technique.id())
                    .isEmpty();
        }
    }

    @Test
    void fieldsAndPropertiesAreEachOther() {
        ObjectNode properties = properties(Samples.hunt("needle"));

        SortedMap<String, String> all = RuleFields.of(properties);
        all.putAll(RuleFields.settings(properties));
        ObjectNode again = RuleFields.properties(all);

        assertThat(RuleFields.of(again)).isEqualTo(RuleFields.of(properties));
        assertThat(RuleSchema.problems(body(again))).isEmpty();
        assertThat(again.path("incidentConfiguration")).isEqualTo(properties.path("incidentConfiguration"));
    }

    @Test
    void anEndlessDescriptionIsCutBetweenCharacters() {
        ObjectNode properties =
                properties(Samples.hunt("Sample", "x" + "\ud83e\udd85".repeat(4_000), "needle", List.of()));

        String description = properties.path("description").asText();
        assertThat(description).endsWith("…").hasSizeLessThan(4_600);
        assertThat(description.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        assertThat(RuleSchema.problems(body(properties))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoRule() {
        ObjectNode wrong = properties(Samples.hunt("needle"));
        wrong.put("severity", "Critical")
                .put("queryFrequency", "1h")
                .put("colour", "red")
                .remove("query");

        assertThat(RuleSchema.problems(body(wrong))).hasSize(4);
    }

    @Test
    void columnsNamedInsideAValueAreNoEntities() {
        String query = Samples.text(Samples.hunt("| project Computer, RemoteIP"));

        assertThat(EntityMappings.of(query).findValuesAsText("columnName")).doesNotContain("Computer", "RemoteIP");
    }

    private static ObjectNode properties(Hunt hunt) {
        return Targets.body().properties(Samples.live(hunt));
    }

    private static ObjectNode body(ObjectNode properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "Scheduled");
        body.set("properties", properties.deepCopy().put("enabled", true));
        return body;
    }
}
