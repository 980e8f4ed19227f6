package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.attack.Technique;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.Hunt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An analytics rule in Azure-Sentinel's YAML template form, for shops that deploy through Repositories. Every text is a double-quoted
 * YAML scalar or, where it is plain enough, a literal block, so that no value becomes structure.
 */
final class RuleTemplate {
    private static final Pattern PLAIN_BLOCK = Pattern.compile("[!-~](?:[ -~\n]*[!-~])?");

    /** Keys and shapes as in ARM. */
    private static final List<String> DETAILS =
            List.of("customDetails", "alertDetailsOverride", "eventGroupingSettings", "incidentConfiguration");

    private static final Set<String> SPANS = Set.of("lookbackDuration");

    private RuleTemplate() {}

    static String of(Hunt hunt, String query, RuleBody body) {
        ObjectNode properties = body.properties(new Deployment(hunt, query, Deployment.State.SHADOW));
        List<String> techniques =
                body.techniques(hunt).stream().map(Technique::id).sorted().toList();
        List<String> lines = new ArrayList<>();
        lines.add("id: " + hunt.id());
        lines.add("name: " + quoted(hunt.title()));
        lines.add("kind: Scheduled");
        lines.add("version: 1.0.0");
        lines.add("description: " + quoted(properties.path("description").asText()));
        lines.add("severity: " + properties.path("severity").asText());
        lines.add(DataConnectors.yaml(query));
        lines.add("queryFrequency: " + span(properties.path("queryFrequency").asText()));
        lines.add("queryPeriod: " + span(properties.path("queryPeriod").asText()));
        lines.add("triggerOperator: gt");
        lines.add("triggerThreshold: 0");
        lines.add("tactics: " + words(properties.path("tactics")));
        lines.add("relevantTechniques: [" + String.join(", ", techniques) + "]");
        lines.add("query: " + block(query));
        mappings(lines, properties.path("entityMappings"));
        for (String key : DETAILS) {
            fields(lines, "", key, properties.path(key));
        }
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

    /** Objects of texts and switches, one line each; what is empty is left out. */
    private static void fields(List<String> lines, String indent, String key, JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            lines.add(indent + key + ":");
            value.properties().forEach(field -> fields(lines, indent + "  ", field.getKey(), field.getValue()));
        } else if (value.isTextual()) {
            String text = SPANS.contains(key) ? span(value.asText()) : quoted(value.asText());
            lines.add(indent + key + ": " + text);
        } else if (value.isBoolean()) {
            lines.add(indent + key + ": " + value.asText());
        }
    }

    /** As Kusto writes it, in its largest whole unit: templates take no ISO duration. */
    private static String span(String iso) {
        Duration span = Duration.parse(iso);
        if (span.toMinutes() % Duration.ofDays(1).toMinutes() == 0) {
            return span.toDays() + "d";
        }
        return span.toMinutesPart() == 0 ? span.toHours() + "h" : span.toMinutes() + "m";
    }

    private static String words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** A literal block keeps printable ASCII as it is, if it neither begins nor ends with space; anything else goes in quotes. */
    private static String block(String text) {
        return PLAIN_BLOCK.matcher(text).matches()
                ? "|-\n" + text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"))
                : quoted(text);
    }

    /** A double-quoted scalar (YAML 1.2, section 7.3.1), everything but plain characters escaped. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + Character.toString(c);
        }
        if (c >= ' ' && c <= '~') {
            return Character.toString(c);
        }
        return c == '\n' ? "\\n" : String.format(Character.isBmpCodePoint(c) ? "\\u%04X" : "\\U%08X", visible(c));
    }

    /** Half of a surrogate pair is no character. */
    private static int visible(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
    }
}
