package dev.harrier.sentinel;

import static java.util.stream.Collectors.joining;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.QueryOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What Sentinel itself wrote down about our rules, one query for all hunts, joined on the rule's id alone: names are anybody's to
 * change, and after onboarding to Defender providers and products are called otherwise. Facts from Azure Monitor's table reference
 * (SecurityAlert, SecurityIncident, SentinelHealth): an alert's row is written anew when it is updated, an incident's too, and the health table is there only where monitoring is on.
 */
final class OtherNumbers {
    private static final String HEALTH = "_SentinelHealth";
    private static final String GUID = "([0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27})";

    private final String target;
    private final BiFunction<String, Window, QueryOutcome> logs;

    OtherNumbers(String target, BiFunction<String, Window, QueryOutcome> logs) {
        this.target = target;
        this.logs = logs;
    }

    /** Runs by the health table; nothing where it isn't on. */
    Map<HuntId, ScheduledRuns> scheduledRuns(List<Hunt> hunts, Window window) {
        Map<HuntId, ScheduledRuns> runs = new HashMap<>();
        if (hunts.isEmpty()) {
            return runs;
        }
        QueryOutcome outcome = logs.apply(health(hunts), window);
        if (outcome.unresolved()
                .filter(Set.of(HEALTH, "SentinelHealth")::contains)
                .isPresent()) {
            return runs;
        }
        rows("the health table", outcome).forEach((id, row) -> runs.put(id, runs(row)));
        return runs;
    }

    private static String health(List<Hunt> hunts) {
        return "_SentinelHealth()"
                + "\n| where SentinelResourceType =~ \"Analytics Rule\""
                + "\n| extend Details = todynamic(ExtendedProperties)"
                + "\n| extend RuleId = tolower(tostring(Details.RuleId))"
                + "\n| where RuleId in (" + ids(hunts) + ")"
                + "\n| summarize runs = countif(Status =~ \"Success\"), failed = countif(Status !~ \"Success\"),"
                + " results = sum(tolong(Details.QueryResultAmount)), last = max(TimeGenerated) by RuleId"
                + "\n| project RuleId, runs, failed, results, last = datetime_diff(\"second\", last, datetime(1970-01-01))";
    }

    private static ScheduledRuns runs(Map<String, String> row) {
        SortedMap<String, Long> skipped = new TreeMap<>();
        long failed = Cells.number(row, "failed");
        if (failed > 0) {
            skipped.put("failed", failed);
        }
        return new ScheduledRuns(
                Cells.number(row, "runs"), Cells.number(row, "results"), skipped, Cells.instant(row, "last"));
    }

    /** Alerts by rule, and the incidents that they were put into by what analysts decided. */
    Map<HuntId, RaisedAlerts> raisedAlerts(List<Hunt> hunts, Window window) {
        if (hunts.isEmpty()) {
            return Map.of();
        }
        Map<HuntId, Map<String, String>> alerts = rows("alerts", answered(logs.apply(alerts(hunts), window)));
        QueryOutcome incidents = answered(logs.apply(incidents(hunts), window));
        Map<HuntId, SortedMap<String, Long>> decided = new HashMap<>();
        require("incidents", incidents);
        incidents.rows().forEach(row -> id(row).ifPresent(id -> decided.computeIfAbsent(id, key -> new TreeMap<>())
                .merge(word(row), Cells.number(row, "incidents"), Long::sum)));
        Map<HuntId, RaisedAlerts> raised = new HashMap<>();
        Set<HuntId> all = new HashSet<>(alerts.keySet());
        all.addAll(decided.keySet());
        all.forEach(id -> raised.put(
                id,
                new RaisedAlerts(
                        decided.getOrDefault(id, new TreeMap<>()),
                        OptionalLong.of(Cells.number(alerts.getOrDefault(id, Map.of()), "alerts")))));
        return raised;
    }

    private static String alerts(List<Hunt> hunts) {
        return "SecurityAlert"
                + "\n| extend Details = todynamic(ExtendedProperties)"
                + "\n| extend RuleId = tolower(extract(\"" + GUID + "\", 1, tostring(Details[\"Analytic Rule Ids\"])))"
                + "\n| extend RuleId = iff(isempty(RuleId), tolower(extract(\"" + GUID + "$\", 1, AlertType)), RuleId)"
                + "\n| where RuleId in (" + ids(hunts) + ")"
                + "\n| summarize arg_max(TimeGenerated, RuleId) by SystemAlertId"
                + "\n| summarize alerts = count() by RuleId";
    }

    /** An incident of several rules counts for each. */
    private static String incidents(List<Hunt> hunts) {
        return "SecurityIncident"
                + "\n| summarize arg_max(LastModifiedTime, Classification, RelatedAnalyticRuleIds) by IncidentNumber"
                + "\n| mv-expand RuleId = RelatedAnalyticRuleIds to typeof(string)"
                + "\n| extend RuleId = tolower(RuleId)"
                + "\n| where RuleId in (" + ids(hunts) + ")"
                + "\n| summarize incidents = dcount(IncidentNumber, 4) by RuleId, Classification";
    }

    /** Sentinel's words: TruePositive, BenignPositive, FalsePositive, Undetermined; empty while an incident is open. */
    private static String word(Map<String, String> row) {
        String word = row.getOrDefault("Classification", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return word.isBlank() ? "undetermined" : word.toLowerCase(Locale.ROOT);
    }

    /** A workspace that never had an alert or incident has no table of them. */
    private static QueryOutcome answered(QueryOutcome outcome) {
        return outcome.unresolved()
                        .filter(Set.of("SecurityAlert", "SecurityIncident")::contains)
                        .isPresent()
                ? new QueryOutcome(List.of(), Optional.empty(), Optional.empty(), Optional.empty())
                : outcome;
    }

    private Map<HuntId, Map<String, String>> rows(String what, QueryOutcome outcome) {
        require(what, outcome);
        Map<HuntId, Map<String, String>> rows = new HashMap<>();
        outcome.rows().forEach(row -> id(row).ifPresent(id -> rows.put(id, row)));
        return rows;
    }

    private void require(String what, QueryOutcome outcome) {
        outcome.failure().or(outcome::partial).ifPresent(why -> {
            throw new ConnectorException(Kind.REJECTED_QUERY, target, "cannot read " + what + ": " + why);
        });
    }

    private static Optional<HuntId> id(Map<String, String> row) {
        String id = row.getOrDefault("RuleId", "");
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(HuntId.parse(id))
                : Optional.empty();
    }

    private static String ids(List<Hunt> hunts) {
        return hunts.stream().map(hunt -> "\"" + hunt.id() + "\"").sorted().collect(joining(", "));
    }
}
