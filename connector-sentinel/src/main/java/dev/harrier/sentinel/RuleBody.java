package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.Severity;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Marker;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.RulePolicy.Incidents;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The {@code properties} of a scheduled analytics rule (ARM 2025-09-01), as we want them. */
final class RuleBody {
    private static final int LONGEST_DESCRIPTION = 4_500;
    /** Sent where nothing is suppressed or grouped: the service wants a time all the same. */
    private static final Duration RESTING = Duration.ofHours(5);

    private final Function<String, Optional<Technique>> attack;
    private final RulePolicy policy;

    RuleBody(Function<String, Optional<Technique>> attack, RulePolicy policy) {
        this.attack = attack;
        this.policy = policy;
    }

    /** All properties that we manage, without {@code enabled}. */
    ObjectNode properties(Deployment deployment) {
        Hunt hunt = deployment.hunt();
        List<Technique> techniques = techniques(hunt);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("displayName", hunt.title());
        json.put("description", description(hunt));
        json.put("severity", severity(hunt.severity()));
        json.put("query", deployment.text());
        json.put("queryFrequency", policy.frequency().toString());
        json.put("queryPeriod", policy.lookback().toString());
        json.put("triggerOperator", "GreaterThan");
        json.put("triggerThreshold", 0);
        json.put("suppressionEnabled", policy.suppression().isPresent());
        json.put("suppressionDuration", policy.suppression().orElse(RESTING).toString());
        json.set("tactics", texts(tactics(techniques)));
        json.set("techniques", texts(parents(techniques)));
        json.set("entityMappings", EntityMappings.of(deployment.text()));
        json.putObject("eventGroupingSettings")
                .put("aggregationKind", policy.grouping().word());
        AlertDetails.of(hunt, deployment.text(), json);
        incidents(json);
        return json;
    }

    /** A technique of the catalogue. */
    Optional<Technique> technique(String id) {
        return attack.apply(id);
    }

    /** Those of a hunt's techniques that the catalogue knows, revoked ones replaced. */
    List<Technique> techniques(Hunt hunt) {
        return hunt.techniques().stream()
                .map(attack)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The description with our marker as its last line. */
    static String marked(String description, Marker marker) {
        return description + "\n\n" + marker.text();
    }

    private void incidents(ObjectNode json) {
        boolean grouped = policy.incidents() == Incidents.GROUPED;
        ObjectNode incidents = json.putObject("incidentConfiguration");
        incidents.put("createIncident", policy.incidents() != Incidents.NONE);
        incidents
                .putObject("groupingConfiguration")
                .put("enabled", grouped)
                .put("reopenClosedIncident", false)
                .put("lookbackDuration", grouped ? "P1D" : RESTING.toString())
                .put("matchingMethod", "AllEntities");
    }

    private static String description(Hunt hunt) {
        String references = hunt.references().isEmpty() ? "" : "\n\nSource: " + String.join(", ", hunt.references());
        return cut(unmarked(hunt.description() + references));
    }

    /** A text from an article that looks like our marker must not be taken for one. */
    static String unmarked(String text) {
        return text.replace("harrier:", "harrier :");
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_DESCRIPTION) {
            return text;
        }
        boolean inPair = Character.isHighSurrogate(text.charAt(LONGEST_DESCRIPTION - 1));
        return text.substring(0, LONGEST_DESCRIPTION - (inPair ? 1 : 0)) + "…";
    }

    static Collection<String> tactics(List<Technique> techniques) {
        return techniques.stream()
                .flatMap(technique -> technique.tactics().stream())
                .distinct()
                .sorted()
                .map(Tactic::camelCase)
                .toList();
    }

    /** Parents only: sub-techniques belong to a preview version's property. */
    static Collection<String> parents(List<Technique> techniques) {
        return new TreeSet<>(techniques.stream().map(Technique::parentId).toList());
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> "Informational";
            case LOW -> "Low";
            case MEDIUM -> "Medium";
            case HIGH, CRITICAL -> "High";
        };
    }
}
