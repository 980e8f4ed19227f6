package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import java.util.List;
import java.util.Optional;

/**
 * The findings as SARIF 2.1.0 (OASIS), the gravest first, each with its rule's file and a fingerprint that is the same in the next run.
 * Code scanning takes 25,000 results at most and shows 5,000: the rest are counted in a notification.
 */
final class ValidationSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final int MOST = 5_000;

    private final ReportView view;
    private final ArrayNode results = Json.texts(List.of());
    private int leftOut;

    private ValidationSarif(ReportView view) {
        this.view = view;
    }

    static String of(ValidationReport report) {
        return Json.pretty(new ValidationSarif(new ReportView(report)).log());
    }

    private ObjectNode log() {
        ObjectNode log = Json.object();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Harrier");
        ArrayNode rules = driver.putArray("rules");
        for (SarifRule rule : SarifRule.values()) {
            rule(rules.addObject(), rule);
        }
        run.putObject("automationDetails").put("id", "harrier-validate/");
        view.gravestVerdicts().forEach(this::verdict);
        Deviation.findings(view.report()).forEach(this::deviation);
        view.report().disagreements().forEach(this::disagreement);
        invocation(run.putArray("invocations").addObject());
        run.set("results", results);
        return log;
    }

    private static void rule(ObjectNode json, SarifRule rule) {
        json.put("id", rule.id());
        json.putObject("shortDescription").put("text", rule.what());
        json.putObject("help").put("text", rule.wayOut());
        json.putObject("defaultConfiguration").put("level", rule.level());
    }

    private void invocation(ObjectNode invocation) {
        invocation.put("executionSuccessful", true);
        invocation.put("endTimeUtc", view.report().at().toString());
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        view.report().problems().forEach(problem -> notify(notifications, problem));
        if (leftOut > 0) {
            notify(notifications, leftOut + " more findings are left out here; the JSON report holds them all");
        }
    }

    private static void notify(ArrayNode notifications, String text) {
        notifications.addObject().put("level", "warning").putObject("message").put("text", text);
    }

    private void verdict(HuntVerdict verdict) {
        SarifRule.of(verdict.verdict())
                .ifPresent(rule -> result(
                        rule,
                        Optional.of(verdict.hunt()),
                        verdict.target(),
                        verdict.target() + ": " + verdict.hunt().title() + ": " + verdict.reason()));
    }

    private void deviation(Deviation deviation) {
        SarifRule rule = deviation.kind() == Deviation.Kind.FOREIGN ? SarifRule.FOREIGN : SarifRule.DRIFT;
        Optional<HuntId> id = deviation.change().hunt();
        String message = deviation.target() + ": " + deviation.change().name() + ": " + deviation.words();
        result(
                rule,
                id.flatMap(view::hunt),
                deviation.target() + " " + deviation.change().name(),
                message);
    }

    private void disagreement(Disagreement each) {
        String message =
                each.hit() + " saw " + each.hunt().title() + ", " + each.miss() + " did not: " + each.explanation();
        result(SarifRule.DISAGREEMENT, Optional.of(each.hunt()), each.hit() + " " + each.miss(), message);
    }

    /** {@code subject} tells findings of one rule about one hunt apart. */
    private void result(SarifRule rule, Optional<Hunt> hunt, String subject, String message) {
        if (results.size() >= MOST) {
            leftOut++;
            return;
        }
        ObjectNode result = results.addObject();
        result.put("ruleId", rule.id()).put("ruleIndex", rule.ordinal()).put("level", rule.level());
        result.putObject("message").put("text", message);
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", hunt.map(each -> HuntFile.of(view, each)).orElse("packs/"));
        place.putObject("region").put("startLine", 1);
        String id = hunt.map(each -> each.id().toString()).orElse("");
        result.putObject("partialFingerprints")
                .put("harrier/v1", Fingerprint.of(rule.id() + "\n" + id + "\n" + subject));
    }
}
