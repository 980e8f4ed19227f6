package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An analytics rule in Azure-Sentinel's YAML template form, for shops that deploy through Repositories. Every text is a double-quoted
 * YAML scalar or a literal block, so that no value becomes structure.
 */
final class RuleTemplate {
    private RuleTemplate() {}

    static String of(Hunt hunt, String query, RuleBody body) {
        ObjectNode properties = body.properties(new Deployment(hunt, query, Deployment.State.SHADOW));
        List<String> lines = new ArrayList<>();
        lines.add("id: " + hunt.id());
        lines.add("name: " + quoted(hunt.title()));
        lines.add("kind: Scheduled");
        lines.add("version: 1.0.0");
        lines.add("description: " + quoted(properties.path("description").asText()));
        lines.add("severity: " + properties.path("severity").asText());
        lines.add("requiredDataConnectors: []");
        lines.add("queryFrequency: 1h");
        lines.add("queryPeriod: 1h");
        lines.add("triggerOperator: gt");
        lines.add("triggerThreshold: 0");
        lines.add("tactics: " + words(properties.path("tactics")));
        lines.add("relevantTechniques: " + hunt.techniques().stream().collect(Collectors.joining(", ", "[", "]")));
        lines.add("query: |\n" + query.lines().map(line -> "  " + line).collect(Collectors.joining("\n")));
        mappings(lines, properties.path("entityMappings"));
        return String.join("\n", lines) + "\n";
    }

    private static void mappings(List<String> lines, JsonNode mappings) {
        if (mappings.isEmpty()) {
            return;
        }
        lines.add("entityMappings:");
        for (JsonNode mapping : mappings) {
            lines.add("  - entityType: " + mapping.path("entityType").asText());
            lines.add("    fieldMappings:");
            for (JsonNode field : mapping.path("fieldMappings")) {
                lines.add("      - identifier: " + field.path("identifier").asText());
                lines.add("        columnName: " + field.path("columnName").asText());
            }
        }
    }

    private static String words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** A double-quoted scalar (YAML 1.2, section 7.3.1), everything but plain characters escaped. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c < ' ' || c > '~' ? String.format("\\u%04X", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
