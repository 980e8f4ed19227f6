package dev.harrier.sentinel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large sets are shared out to as many templates as Resource Manager takes. */
class ArmTemplateTest {
    private static final RuleBody BODY =
            new RuleBody(id -> AttackCatalogue.shipped().current(id), RulePolicy.USUAL);

    @Test
    void noTemplateIsLargerThanIsTakenAndEachStandsAlone() throws JsonProcessingException {
        Map<Hunt, Rendering.Rendered> renderings = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            // Two hunts each share a table.
            LookupTable table = table(i / 2);
            renderings.put(
                    Samples.hunt("Hunt " + i, "Finds it.", "needle" + i, List.of("T1059")),
                    new Rendering.Rendered("DeviceProcessEvents\n| where true", List.of(table)));
        }
        List<String> templates = ArmTemplate.parts(renderings, BODY, RulePolicy.USUAL);

        assertThat(templates).hasSizeBetween(2, 3).allSatisfy(template -> assertThat(template.getBytes(UTF_8).length)
                .isLessThanOrEqualTo(ArmTemplate.LARGEST));
        Set<String> rules = new HashSet<>();
        for (String template : templates) {
            Set<String> lists = new HashSet<>();
            for (JsonNode resource : new ObjectMapper().readTree(template).path("resources")) {
                String name = resource.path("name").asText();
                if (resource.path("type").asText().endsWith("/watchlists")) {
                    lists.add(resource.path("properties").path("displayName").asText());
                } else {
                    assertThat(rules.add(name)).as(name).isTrue();
                    assertThat(lists).anySatisfy(list -> assertThat(
                                    resource.path("dependsOn").toString())
                            .contains(list));
                }
            }
        }
        assertThat(rules).hasSize(12);
    }

    @Test
    void fewHuntsAreOneTemplateAndNoneIsNone() {
        assertThat(ArmTemplate.parts(Map.of(), BODY, RulePolicy.USUAL)).isEmpty();
        assertThat(ArmTemplate.parts(
                        Map.of(Samples.hunt("needle"), new Rendering.Rendered("DeviceEvents")), BODY, RulePolicy.USUAL))
                .hasSize(1);
    }

    private static LookupTable table(int number) {
        return LookupTable.of(IntStream.range(0, 40_000)
                .mapToObj(i -> String.format("%06d-%d.host.example", i, number))
                .toList());
    }
}
