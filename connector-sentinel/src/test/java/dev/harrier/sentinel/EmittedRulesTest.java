package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.Sent;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.sentinel.dialect.KqlCheckFile;
import dev.harrier.sentinel.fake.FakeSearches;
import dev.harrier.sentinel.fake.RuleSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every hunt of the catalogue in every family of tables, as the four things that become of it: the rule that is PUT, the hunting query,
 * the YAML template and the ARM template. The queries, taken out of them again, go to Microsoft's parser ({@code scripts/test}).
 */
class EmittedRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleBody BODY = Targets.body();
    private static final RuleCheck CHECK = new RuleCheck(BODY::technique);
    private static final List<Hunt> HUNTS =
            Catalogue.shipped().entries().stream().map(CatalogueEntry::hunt).toList();

    @ParameterizedTest
    @ValueSource(strings = {"defender", "asim", "securityevent"})
    void whatIsEmittedIsWhatTheServiceTakes(String family) throws JsonProcessingException {
        Profile profile = new Profile(family, Map.of());
        Map<Hunt, Rendering.Rendered> texts = new LinkedHashMap<>();
        for (Hunt hunt : HUNTS) {
            if (Samples.KQL.render(hunt, profile) instanceof Rendering.Rendered rendered) {
                texts.put(hunt, rendered);
            }
        }
        System.out.printf("%s: %d of %d hunts of the catalogue emitted%n", family, texts.size(), HUNTS.size());
        assertThat(texts).hasSizeGreaterThan(HUNTS.size() / 4);
        try (KqlCheckFile check = new KqlCheckFile("emitted-" + family)) {
            texts.forEach((hunt, rendered) -> {
                String text = rendered.text();
                for (State state : State.values()) {
                    Deployment deployment = new Deployment(hunt, text, state);
                    check.add(family + " rule " + hunt.title() + " " + state, rule(deployment), false);
                    check.add(family + " hunting query " + hunt.title(), huntingQuery(deployment), false);
                }
                check.add(family + " template " + hunt.title(), template(hunt, text), false);
            });
            JsonNode arm = JSON.readTree(ArmTemplate.of(texts, BODY, RulePolicy.USUAL));
            arm.path("resources").forEach(resource -> {
                String query = resource.path("properties").path("query").asText();
                check.add(family + " ARM " + resource.path("name").asText(), query, false);
            });
            assertThat(arm.path("resources")).hasSameSizeAs(texts.keySet());
        }
    }

    /** The body as it is sent, through both official shape and our own check. */
    private static String rule(Deployment deployment) {
        ObjectNode properties = BODY.properties(deployment);
        WantedObject wanted = new WantedObject(
                deployment.hunt().id(),
                deployment.hunt().id().toString(),
                RuleFields.of(properties),
                deployment.state() == State.LIVE,
                RuleFields.settings(properties),
                RuleFields.VERSION);
        ObjectNode body = new RuleShape(CHECK).body(wanted, marker(wanted));
        assertThat(RuleSchema.problems(body)).as(deployment.hunt().title()).isEmpty();
        assertThat(CHECK.problems(body.path("properties")))
                .as(deployment.hunt().title())
                .isEmpty();
        return body.path("properties").path("query").asText();
    }

    private static String huntingQuery(Deployment deployment) {
        WantedObject wanted = HuntingShape.wanted(deployment, BODY);
        ObjectNode body = new HuntingShape().body(wanted, marker(wanted));
        assertThat(FakeSearches.wrong(body)).as(deployment.hunt().title()).isEmpty();
        assertThat(new HuntingShape().problems(body))
                .as(deployment.hunt().title())
                .isEmpty();
        return body.path("properties").path("query").asText();
    }

    /** Azure-Sentinel's checks, as lint, and what the template says as against the rule. */
    private static String template(Hunt hunt, String text) {
        String yaml = RuleTemplate.of(hunt, text, BODY);
        assertThat(Samples.DIALECT.lintFile("sentinel/x.yaml", yaml).orElseThrow())
                .as(hunt.title() + "\n" + yaml)
                .filteredOn(finding -> finding.level() == LintFinding.Level.ERROR)
                .isEmpty();
        Map<?, ?> read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        ObjectNode rule = BODY.properties(new Deployment(hunt, text, State.SHADOW));
        for (String key : List.of("entityMappings", "customDetails", "alertDetailsOverride", "eventGroupingSettings")) {
            JsonNode there =
                    JSON.valueToTree(Optional.<Object>ofNullable(read.get(key)).orElse(Map.of()));
            JsonNode wanted = rule.path(key);
            assertThat(tuple(key, there.isEmpty() ? "" : there.toString()))
                    .as(hunt.title())
                    .isEqualTo(tuple(key, wanted.isEmpty() ? "" : wanted.toString()));
        }
        return String.valueOf(read.get("query"));
    }

    private static Marker marker(WantedObject wanted) {
        return new Marker("test", wanted.hunt(), wanted.fingerprint(), wanted.version(), Sent.NOTHING);
    }
}
