package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.Hunt;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.verdict.HuntVerdict;
import java.util.stream.Collectors;

/** The verdicts as JSON lines, one per hunt and target, each whole in itself: for a log pipeline or {@code jq}. */
final class ValidationNdjson {
    private final ReportView view;

    private ValidationNdjson(ReportView view) {
        this.view = view;
    }

    static String of(ValidationReport report) {
        ValidationNdjson lines = new ValidationNdjson(new ReportView(report));
        return report.verdicts().stream()
                .map(verdict -> Json.line(lines.line(verdict)) + "\n")
                .collect(Collectors.joining());
    }

    private ObjectNode line(HuntVerdict verdict) {
        Hunt hunt = verdict.hunt();
        ObjectNode json = Json.object();
        json.put("version", ValidationJson.VERSION);
        json.put("at", view.report().at().toString());
        json.put("from", view.report().window().from().toString());
        json.put("to", view.report().window().to().toString());
        view.pack(hunt.id()).map(Pack::name).ifPresent(pack -> json.put("pack", pack));
        json.put("title", hunt.title());
        json.put("severity", hunt.severity().word());
        json.set("techniques", Json.texts(hunt.techniques()));
        json.setAll(FindingJson.of(verdict));
        view.target(verdict.target()).ifPresent(target -> DeployedJson.others(json, target, hunt.id()));
        return json;
    }
}
