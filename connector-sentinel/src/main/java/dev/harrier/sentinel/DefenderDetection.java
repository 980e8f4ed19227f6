package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.Severity;
import dev.harrier.attack.Technique;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Locale;

/**
 * A custom detection of Defender XDR as Microsoft Graph takes it ({@code POST /beta/security/rules/detectionRules}), disabled. Its
 * query keeps {@code Timestamp}, {@code DeviceId} and {@code ReportId}, which the service wants.
 */
final class DefenderDetection {
    private static final int LONGEST = 4_000;

    private DefenderDetection() {}

    static String of(Hunt hunt, String query, RuleBody body) {
        List<Technique> techniques = body.techniques(hunt);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("displayName", hunt.title()).put("isEnabled", false);
        json.putObject("queryCondition").put("queryText", query);
        json.putObject("schedule").put("period", "1H");
        ObjectNode alert = json.putObject("detectionAction").putObject("alertTemplate");
        String description = hunt.description();
        alert.put("title", hunt.title())
                .put("description", description.length() <= LONGEST ? description : description.substring(0, LONGEST))
                .put("severity", severity(hunt.severity()))
                .put("category", category(techniques))
                .put("recommendedActions", String.join("; ", hunt.falsePositives()));
        techniques.forEach(technique -> alert.withArray("mitreTechniques").add(technique.id()));
        alert.withArray("impactedAssets")
                .addObject()
                .put("@odata.type", "#microsoft.graph.security.impactedDeviceAsset")
                .put("identifier", "deviceId");
        return json.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static String category(List<Technique> techniques) {
        return RuleBody.tactics(techniques).stream().findFirst().orElse("SuspiciousActivity");
    }

    private static String severity(Severity severity) {
        return severity == Severity.CRITICAL ? "high" : severity.name().toLowerCase(Locale.ROOT);
    }
}
