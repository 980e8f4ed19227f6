package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.Marker;
import dev.harrier.sentinel.azure.Arm;
import java.util.ArrayList;
import java.util.List;

/** The site's own analytics rules. */
final class ExistingRules {
    private final Arm arm;
    private final Shape rules;

    /**
     * In a workspace.
     *
     * @param rules tells where analytics rules are
     */
    ExistingRules(Arm arm, Shape rules) {
        this.arm = arm;
        this.rules = rules;
    }

    /** The enabled rules without a marker; those of a kind without a query tell at least their name and techniques. */
    List<ExistingRule> list() {
        return arm.list(rules.collection(arm)).stream()
                .map(rule -> rule.path("properties"))
                .filter(ExistingRules::isForeign)
                .map(ExistingRules::existing)
                .toList();
    }

    private static boolean isForeign(JsonNode properties) {
        return properties.path("enabled").asBoolean()
                && Marker.in(properties.path("description").asText("")).isEmpty();
    }

    private static ExistingRule existing(JsonNode properties) {
        List<String> techniques = new ArrayList<>();
        properties.path("techniques").forEach(id -> techniques.add(id.asText()));
        properties.path("subTechniques").forEach(id -> techniques.add(id.asText()));
        return new ExistingRule(
                properties.path("displayName").asText(),
                techniques,
                properties.path("query").asText());
    }
}
