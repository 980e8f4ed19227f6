package dev.harrier.splunk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.Severity;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What makes a saved search a correlation search of Enterprise Security (4.6 and later: {@code savedsearches.conf} alone defines it),
 * raising notables and risk. Text of an article goes into fields in which {@code $name$} stands for a result's value, so it is written
 * without dollar signs. Keys as contentctl writes them.
 */
final class CorrelationSearch {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP = "SplunkEnterpriseSecuritySuite";

    private CorrelationSearch() {}

    static SortedMap<String, String> fields(Deployment deployment, RiskObjects objects) {
        Hunt hunt = deployment.hunt();
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("request.ui_dispatch_app", APP);
        fields.put("actions", "notable,risk");
        fields.put("action.correlationsearch.enabled", "1");
        fields.put("action.correlationsearch.label", SavedSearchName.of(hunt));
        fields.put("action.correlationsearch.annotations", annotations(hunt));
        fields.put("action.notable", "1");
        fields.put("action.notable.param.rule_title", plain(hunt.title()));
        fields.put("action.notable.param.rule_description", plain(hunt.description()));
        fields.put("action.notable.param.security_domain", domain(hunt.logic().kind()));
        fields.put("action.notable.param.severity", hunt.severity().word());
        fields.put("action.risk", "1");
        fields.put("action.risk.param._risk", risk(objects, hunt.severity()));
        fields.put("action.risk.param._risk_message", plain(hunt.title()));
        // Enterprise Security takes 1 for a score that isn't there.
        fields.put("action.risk.param._risk_score", "0");
        return fields;
    }

    private static String annotations(Hunt hunt) {
        ObjectNode annotations = JSON.createObjectNode();
        ArrayNode phases = annotations.putArray("kill_chain_phases");
        hunt.techniques().stream()
                .map(AttackCatalogue.shipped()::current)
                .flatMap(Optional::stream)
                .map(Technique::tactics)
                .flatMap(List::stream)
                .sorted()
                .map(CorrelationSearch::phase)
                .distinct()
                .forEach(phases::add);
        ArrayNode techniques = annotations.putArray("mitre_attack");
        hunt.techniques().forEach(techniques::add);
        return annotations.toString();
    }

    /** Lockheed Martin's seven phases, as Enterprise Security's annotations name them. */
    private static String phase(Tactic tactic) {
        return switch (tactic) {
            case RECONNAISSANCE -> "Reconnaissance";
            case RESOURCE_DEVELOPMENT -> "Weaponization";
            case INITIAL_ACCESS -> "Delivery";
            case EXECUTION, PRIVILEGE_ESCALATION, DEFENSE_EVASION, CREDENTIAL_ACCESS, DISCOVERY, LATERAL_MOVEMENT ->
                "Exploitation";
            case PERSISTENCE -> "Installation";
            case COMMAND_AND_CONTROL -> "Command and Control";
            case COLLECTION, EXFILTRATION, IMPACT -> "Actions on Objectives";
        };
    }

    private static String domain(EventKind kind) {
        return switch (kind) {
            case LOGON -> "access";
            case NETWORK_CONNECTION, DNS_QUERY, PROXY -> "network";
            case EMAIL -> "threat";
            default -> "endpoint";
        };
    }

    private static String risk(RiskObjects objects, Severity severity) {
        ArrayNode risk = JSON.createArrayNode();
        objects.host().ifPresent(column -> add(risk, column, "system", severity));
        objects.user().ifPresent(column -> add(risk, column, "user", severity));
        return risk.toString();
    }

    private static void add(ArrayNode risk, String column, String type, Severity severity) {
        risk.addObject()
                .put("risk_object_field", column)
                .put("risk_object_type", type)
                .put("risk_score", score(severity));
    }

    /** The middles of Splunk's own bands (ESCU scores 5 to 100). */
    private static int score(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> 5;
            case LOW -> 20;
            case MEDIUM -> 40;
            case HIGH -> 60;
            case CRITICAL -> 80;
        };
    }

    private static String plain(String text) {
        return text.replace('$', '\uFF04').strip();
    }
}
