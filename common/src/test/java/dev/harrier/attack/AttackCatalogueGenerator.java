package dev.harrier.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes {@code techniques.tsv} and {@code threats.tsv} from {@code ../shared/corpus/attack}. {@code AttackCatalogueTest} holds the
 * shipped tables against what this makes; run {@link #main} with the resource folder as argument to write them anew.
 */
final class AttackCatalogueGenerator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path attack;

    AttackCatalogueGenerator(Path attack) {
        this.attack = attack;
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        AttackCatalogueGenerator generator = new AttackCatalogueGenerator(Path.of(arguments[0]));
        Files.writeString(target.resolve("techniques.tsv"), generator.techniques());
        Files.writeString(target.resolve("threats.tsv"), generator.threats());
    }

    String techniques() throws IOException {
        return table(
                "id\tname\ttactics\tplatforms\tdeprecated\trevokedBy",
                lines("techniques.jsonl")
                        .map(t -> String.join(
                                "\t",
                                text(t, "id"),
                                text(t, "name"),
                                joined(t, "tactics"),
                                joined(t, "platforms"),
                                t.path("deprecated").asBoolean() ? "deprecated" : "",
                                text(t, "revoked_by"))));
    }

    String threats() throws IOException {
        return table(
                "id\tkind\tname\taliases",
                lines("groups_software.jsonl")
                        .filter(t -> !text(t, "type").equals("campaign"))
                        .map(t -> String.join("\t", text(t, "id"), kind(t), text(t, "name"), aliases(t))));
    }

    private static String kind(JsonNode threat) {
        String type = text(threat, "type");
        return type.equals("intrusion-set") ? "ACTOR" : type.toUpperCase(Locale.ROOT);
    }

    private static String aliases(JsonNode threat) {
        TreeSet<String> names = new TreeSet<>(values(threat, "aliases"));
        names.remove(text(threat, "name"));
        return String.join("|", names);
    }

    private static String joined(JsonNode node, String field) {
        return String.join("|", new TreeSet<>(values(node, field)));
    }

    private static List<String> values(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").replace("null", "").strip();
    }

    private static String table(String header, Stream<String> rows) {
        return rows.sorted().collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private Stream<JsonNode> lines(String name) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(attack.resolve(name))) {
            nodes.add(JSON.readTree(line));
        }
        return nodes.stream();
    }
}
