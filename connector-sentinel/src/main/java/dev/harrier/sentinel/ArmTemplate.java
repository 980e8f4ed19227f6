package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.Map;

/**
 * All rules and hunting queries of a pack as one ARM template, for shops that deploy through Sentinel's Repositories or
 * {@code az deployment group create}: its only parameter is the workspace. Rules are disabled, as every hunt begins in shadow. A text
 * that begins with {@code [} would be an expression to ARM and is escaped. A rule
 * that reads a watchlist is made after it.
 */
final class ArmTemplate {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private ArmTemplate() {}

    /** @param renderings the query of each hunt that can be said */
    static String of(Map<Hunt, Rendering.Rendered> renderings, RuleBody body, RulePolicy policy) {
        ObjectNode template = NODES.objectNode();
        template.put("$schema", SCHEMA).put("contentVersion", "1.0.0.0");
        template.putObject("parameters").putObject("workspace").put("type", "string");
        ArrayNode resources = template.putArray("resources");
        renderings.values().stream()
                .flatMap(rendered -> rendered.lookups().stream())
                .distinct()
                .forEach(table -> resources.add(Watchlist.resource(table)));
        renderings.forEach((hunt, rendered) -> {
            Deployment shadow = new Deployment(hunt, rendered.text(), Deployment.State.SHADOW);
            boolean rule = policy.lowConfidence() || hunt.confidence() != Hunt.Confidence.LOW;
            ObjectNode resource = rule ? rule(shadow, body) : query(shadow, body);
            rendered.lookups().forEach(table -> resource.withArray("dependsOn").add(Watchlist.id(table)));
            resources.add(resource);
        });
        return template.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode rule(Deployment shadow, RuleBody body) {
        ObjectNode resource = NODES.objectNode();
        resource.put("type", "Microsoft.OperationalInsights/workspaces/providers/alertRules")
                .put("apiVersion", SentinelSettings.API_VERSION)
                .put(
                        "name",
                        name("/Microsoft.SecurityInsights/", shadow.hunt().id().toString()))
                .put("kind", "Scheduled");
        ObjectNode properties = body.properties(shadow).put("enabled", false);
        resource.set("properties", escaped(properties));
        return resource;
    }

    private static ObjectNode query(Deployment shadow, RuleBody body) {
        HuntId id = shadow.hunt().id();
        ObjectNode resource = NODES.objectNode();
        resource.put("type", "Microsoft.OperationalInsights/workspaces/savedSearches")
                .put("apiVersion", HuntingShape.API_VERSION)
                .put("name", name("/", HuntingShape.name(id)));
        ObjectNode sent = HuntingShape.properties(HuntingShape.wanted(shadow, body));
        resource.set("properties", escaped(sent));
        return resource;
    }

    private static String name(String between, String id) {
        return "[concat(parameters('workspace'), '" + between + id + "')]";
    }

    /** The texts that people wrote; all others are ours. */
    private static ObjectNode escaped(ObjectNode properties) {
        for (String key : new String[] {"displayName", "description", "query"}) {
            String text = properties.path(key).asText();
            if (text.startsWith("[")) {
                properties.put(key, "[" + text);
            }
        }
        return properties;
    }
}
