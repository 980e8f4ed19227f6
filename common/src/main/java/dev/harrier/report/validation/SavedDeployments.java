package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.report.RunReport;
import java.util.HashMap;
import java.util.Map;

/** What a saved report says of the hunts on one target, gathered as it is read. */
final class SavedDeployments {
    private final Map<HuntId, State> states = new HashMap<>();
    private final Map<HuntId, RunReport.Query> queries = new HashMap<>();
    private final Map<HuntId, ScheduledRuns> runs = new HashMap<>();
    private final Map<HuntId, RaisedAlerts> alerts = new HashMap<>();
    private final Map<HuntId, Long> scanned = new HashMap<>();

    void add(JsonNode json) {
        HuntId hunt = HuntId.parse(Fields.text(json, "hunt"));
        if (json.has("state")) {
            states.put(hunt, Fields.word(State.class, json, "state"));
        }
        if (json.has("query")) {
            queries.put(hunt, DeployedJson.readQuery(json.path("query")));
        }
        if (json.has("runs")) {
            runs.put(hunt, DeployedJson.readRuns(json.path("runs")));
        }
        if (json.has("alerts")) {
            alerts.put(hunt, DeployedJson.readAlerts(json));
        }
        if (json.has("scannedBytes")) {
            scanned.put(hunt, Fields.number(json, "scannedBytes"));
        }
    }

    Map<HuntId, State> states() {
        return states;
    }

    Map<HuntId, RunReport.Query> queries() {
        return queries;
    }

    Map<HuntId, ScheduledRuns> runs() {
        return runs;
    }

    Map<HuntId, RaisedAlerts> alerts() {
        return alerts;
    }

    Map<HuntId, Long> scanned() {
        return scanned;
    }
}
