package dev.harrier.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.KnownThreat;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Gathers ATT&amp;CK's techniques, actors and software from STIX objects; whatever else a bundle holds is passed over. */
final class AttackObjects {
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(?:\\.\\d{3})?");
    private static final Pattern THREAT = Pattern.compile("[GS]\\d{4}");
    private final List<JsonNode> techniques = new ArrayList<>();
    private final List<KnownThreat> threats = new ArrayList<>();
    /** ATT&amp;CK's id of a STIX id. */
    private final Map<String, String> ids = new HashMap<>();
    /** STIX ids. */
    private final Map<String, String> heirs = new HashMap<>();

    void add(JsonNode object) {
        switch (object.path("type").asText()) {
            case "attack-pattern" -> addTechnique(object);
            case "intrusion-set" -> addThreat(object, KnownThreat.Kind.ACTOR, "aliases");
            case "malware" -> addThreat(object, KnownThreat.Kind.MALWARE, "x_mitre_aliases");
            case "tool" -> addThreat(object, KnownThreat.Kind.TOOL, "x_mitre_aliases");
            case "relationship" -> addHeir(object);
            default -> {}
        }
    }

    /** @throws IllegalArgumentException when there is no technique, or revocations go in a circle */
    AttackCatalogue catalogue() {
        if (techniques.isEmpty()) {
            throw new IllegalArgumentException("holds no technique of ATT&CK");
        }
        return AttackCatalogue.of(techniques.stream().map(this::technique).toList(), threats);
    }

    private void addTechnique(JsonNode object) {
        if (TECHNIQUE.matcher(id(object)).matches() && object.hasNonNull("name")) {
            techniques.add(object);
            ids.put(object.path("id").asText(), id(object));
        }
    }

    private void addThreat(JsonNode object, KnownThreat.Kind kind, String aliases) {
        boolean gone = object.path("revoked").asBoolean()
                || object.path("x_mitre_deprecated").asBoolean();
        if (!gone && THREAT.matcher(id(object)).matches() && object.hasNonNull("name")) {
            String name = object.path("name").asText();
            TreeSet<String> others = new TreeSet<>(texts(object.path(aliases)));
            others.remove(name);
            threats.add(new KnownThreat(id(object), kind, name, List.copyOf(others)));
        }
    }

    private void addHeir(JsonNode object) {
        if (object.path("relationship_type").asText().equals("revoked-by")) {
            heirs.put(
                    object.path("source_ref").asText(),
                    object.path("target_ref").asText());
        }
    }

    private Technique technique(JsonNode object) {
        boolean revoked = object.path("revoked").asBoolean();
        Optional<String> heir = Optional.ofNullable(heirs.get(object.path("id").asText()))
                .map(ids::get)
                .filter(id -> revoked);
        boolean deprecated = object.path("x_mitre_deprecated").asBoolean() || (revoked && heir.isEmpty());
        List<String> platforms = List.copyOf(new TreeSet<>(texts(object.path("x_mitre_platforms"))));
        return new Technique(id(object), object.path("name").asText(), tactics(object), platforms, deprecated, heir);
    }

    /** A tactic that a later release adds is passed over: the order of a kill chain is that of the tactics we know. */
    private static List<Tactic> tactics(JsonNode object) {
        return stream(object.path("kill_chain_phases"))
                .filter(phase -> phase.path("kill_chain_name").asText().equals("mitre-attack"))
                .flatMap(phase -> Tactic.byShortName(phase.path("phase_name").asText()).stream())
                .sorted()
                .toList();
    }

    private static String id(JsonNode object) {
        return stream(object.path("external_references"))
                .filter(reference -> reference.path("source_name").asText().equals("mitre-attack"))
                .map(reference -> reference.path("external_id").asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
