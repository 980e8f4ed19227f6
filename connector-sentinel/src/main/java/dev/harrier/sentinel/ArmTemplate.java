package dev.harrier.sentinel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rules and hunting queries of a pack as an ARM template, or several where one would be larger than Resource Manager takes, for shops that deploy through Sentinel's Repositories or
 * {@code az deployment group create}: its only parameter is the workspace. Rules are disabled, as every hunt begins in shadow. A text
 * that begins with {@code [} would be an expression to ARM and is escaped. A rule
 * that reads a watchlist is made after it.
 */
final class ArmTemplate {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    /** A template may have 4 MB and 800 resources (learn.microsoft.com/azure/azure-resource-manager/templates/best-practices). */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final int MOST_RESOURCES = 800;
    /** What indenting a resource inside its template adds stays well below the rest. */
    private static final int ROOM = LARGEST - LARGEST / 10;

    private ArmTemplate() {}

    /**
     * Templates, each of which can be deployed by itself: a watchlist that rules of two of them read is in both.
     *
     * @param renderings the query of each hunt that can be said
     */
    static List<String> parts(Map<Hunt, Rendering.Rendered> renderings, RuleBody body, RulePolicy policy) {
        List<String> templates = new ArrayList<>();
        Map<Hunt, Rendering.Rendered> part = new LinkedHashMap<>();
        Set<LookupTable> tables = new HashSet<>();
        long size = 0;
        for (Map.Entry<Hunt, Rendering.Rendered> each : renderings.entrySet()) {
            long more = size(each.getKey(), each.getValue(), tables, body);
            int resources =
                    part.size() + tables.size() + each.getValue().lookups().size() + 1;
            if (!part.isEmpty() && (size + more > ROOM || resources > MOST_RESOURCES)) {
                templates.add(of(part, body, policy));
                part.clear();
                tables.clear();
                size = 0;
                more = size(each.getKey(), each.getValue(), tables, body);
            }
            part.put(each.getKey(), each.getValue());
            tables.addAll(each.getValue().lookups());
            size += more;
        }
        if (!part.isEmpty()) {
            templates.add(of(part, body, policy));
        }
        return templates;
    }

    /** What a hunt adds to a template that has some tables already, in bytes. */
    private static long size(Hunt hunt, Rendering.Rendered rendered, Set<LookupTable> there, RuleBody body) {
        long size = bytes(rule(new Deployment(hunt, rendered.text(), Deployment.State.SHADOW), body));
        for (LookupTable table : rendered.lookups()) {
            size += there.contains(table) ? 0 : bytes(Watchlist.resource(table));
        }
        return size;
    }

    private static long bytes(ObjectNode resource) {
        return resource.toPrettyString().getBytes(UTF_8).length;
    }

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
