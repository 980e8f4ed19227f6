package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.Check;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.QueryOutcome;
import dev.harrier.sentinel.azure.Resource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at everything that we need of a workspace: the token, Sentinel on it, what our role may, tables, room for rules, health. */
final class SentinelDoctor {
    private static final Duration LOOKED_AT = Duration.ofDays(30);
    private static final Duration STALE = Duration.ofDays(1);
    private static final int NEARLY = 9;

    private final SentinelSettings settings;
    private final Arm arm;
    private final Tables tables;
    private final DeletedRules deleted;
    private final BiFunction<String, Window, QueryOutcome> logs;
    private final Clock clock;

    SentinelDoctor(
            SentinelSettings settings,
            Arm arm,
            Tables tables,
            DeletedRules deleted,
            BiFunction<String, Window, QueryOutcome> logs,
            Clock clock) {
        this.settings = settings;
        this.arm = arm;
        this.tables = tables;
        this.deleted = deleted;
        this.logs = logs;
        this.clock = clock;
    }

    /** All checks; only the first ones if the workspace isn't reached, for the others would say the same. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        Optional<JsonNode> workspace;
        try {
            workspace = arm.get(arm.workspace());
        } catch (ConnectorException e) {
            return unreached(e);
        }
        checks.add(token());
        if (workspace.isEmpty()) {
            checks.add(Check.failed(
                    "workspace",
                    "there is no " + settings.workspace() + " in " + settings.resourceGroup()
                            + ", or we may not see it",
                    "check subscription, resource-group and workspace, and give the account a role on it"));
            return checks;
        }
        checks.add(workspace(workspace.get()));
        attempt(checks, "sentinel", () -> List.of(onboarded()));
        attempt(checks, "roles", () -> List.of(permissions()));
        attempt(checks, "rules", () -> List.of(room()));
        attempt(checks, "deleted", this::deleted);
        attempt(checks, "query", this::data);
        attempt(checks, "health", () -> List.of(health()));
        return checks;
    }

    /** Who is refused for want of a role, or for a wrong id, has been let in: that is no matter of the token. */
    private List<Check> unreached(ConnectorException e) {
        return switch (e.kind()) {
            case AUTHENTICATION -> List.of(Check.failed("token", e.getMessage(), WayOut.of(e)));
            case FORBIDDEN, CONFIGURATION -> List.of(token(), Check.failed("workspace", e.getMessage(), WayOut.of(e)));
            default -> List.of(Check.failed("reach", e.getMessage(), WayOut.of(e)));
        };
    }

    private Check token() {
        return Check.ok(
                "token", "Entra ID gives one for " + settings.endpoints().arm());
    }

    private static void attempt(List<Check> checks, String name, Supplier<List<Check>> check) {
        try {
            checks.addAll(check.get());
        } catch (ConnectorException e) {
            boolean counting = Set.of("query", "health").contains(name);
            String wayOut = counting ? WayOut.ofCounting(e) : WayOut.of(e);
            boolean hidden = Set.of(Kind.FORBIDDEN, Kind.NOT_FOUND).contains(e.kind());
            checks.add(
                    hidden && !name.equals("query")
                            ? Check.unknown(name, e.getMessage(), wayOut)
                            : Check.failed(name, e.getMessage(), wayOut));
        }
    }

    private Check workspace(JsonNode workspace) {
        String id = workspace.path("properties").path("customerId").asText();
        int days = workspace.path("properties").path("retentionInDays").asInt();
        return id.equalsIgnoreCase(settings.workspaceId())
                ? Check.ok(
                        "workspace",
                        settings.workspace() + " in "
                                + workspace.path("location").asText("?") + ", keeps " + days + " days")
                : Check.failed(
                        "workspace",
                        "workspace-id is not the one of " + settings.workspace() + ": counts would be another's",
                        "set workspace-id to " + id);
    }

    private Check onboarded() {
        return arm.get(arm.sentinel("onboardingStates/default")).isPresent()
                ? Check.ok("sentinel", "is on this workspace")
                : Check.failed("sentinel", "is not on this workspace", "add the workspace in Microsoft Sentinel");
    }

    /** By what roles allow, not by their names: custom ones are as good. */
    private Check permissions() {
        Resource resource = new Resource("providers/Microsoft.Authorization/permissions", "2022-04-01");
        List<JsonNode> roles = arm.list(resource);
        Map<String, String> needed = new TreeMap<>(Map.of(
                "Microsoft.SecurityInsights/alertRules/read", "Microsoft Sentinel Reader",
                "Microsoft.SecurityInsights/alertRules/write", "Microsoft Sentinel Contributor",
                "Microsoft.OperationalInsights/workspaces/savedSearches/write", "Microsoft Sentinel Contributor",
                "Microsoft.OperationalInsights/workspaces/query/read", "Log Analytics Reader"));
        needed.keySet().removeIf(action -> roles.stream().anyMatch(role -> Permissions.allow(role, action)));
        if (needed.isEmpty()) {
            return Check.ok("roles", "allow reading, deploying and counting");
        }
        return Check.failed(
                "roles",
                "don't allow " + String.join(", ", needed.keySet()),
                "give the account " + String.join(" and ", new TreeSet<>(needed.values())) + " on the workspace");
    }

    private Check room() {
        long enabled = arm.list(arm.sentinel("alertRules")).stream()
                .filter(rule -> rule.path("kind").asText().equals("Scheduled"))
                .filter(rule -> rule.path("properties").path("enabled").asBoolean())
                .count();
        int budget = settings.policy().budget();
        String finding = enabled + " enabled scheduled rules of " + budget;
        return enabled * 10 < (long) budget * NEARLY
                ? Check.ok("rules", finding)
                : Check.warning(
                        "rules",
                        finding,
                        "disable rules that nobody needs; live hunts beyond the budget become hunting queries"
                                + " (a dedicated cluster takes 1,024: set rule-budget)");
    }

    /** Nothing to say where nothing was deleted, or deleting isn't switched on. */
    private List<Check> deleted() {
        SortedMap<String, Instant> until = deleted.remembered();
        return until.isEmpty()
                ? List.of()
                : List.of(Check.warning(
                        "deleted",
                        until.size() + " rules were deleted within the day, whose ids the service refuses until "
                                + Collections.max(until.values()),
                        "wait: a hunt of theirs that is wanted again is a hunting query until then, and a rule after"
                                + " the next deploy"));
    }

    /** Our tables, and when each last got something; the account of what came in is kept by the hour and costs nothing. */
    private List<Check> data() {
        Instant now = clock.instant();
        tables.learn();
        QueryOutcome usage = logs.apply(
                "Usage\n| summarize last = max(TimeGenerated), megabytes = sum(Quantity) by DataType"
                        + "\n| project DataType, megabytes, last = datetime_diff(\"second\", last, datetime(1970-01-01))",
                new Window(now.minus(LOOKED_AT), now));
        List<Check> checks = new ArrayList<>();
        if (!usage.whole()) {
            checks.add(Check.failed("query", HitCounts.why(usage), WayOut.ofQuery(usage)));
            return checks;
        }
        checks.add(Check.ok("query", "the query API answers"));
        Map<String, Map<String, String>> byTable = usage.rows().stream()
                .collect(Collectors.toMap(row -> row.getOrDefault("DataType", ""), row -> row, (one, other) -> one));
        checks.add(
                tables.present().map(present -> tables(present, byTable, now)).orElseGet(this::untold));
        return checks;
    }

    private Check untold() {
        return tables.refusal()
                .map(e -> Check.unknown("tables", e.getMessage(), WayOut.ofCounting(e)))
                .orElseGet(() -> Check.unknown(
                        "tables", "the workspace doesn't tell its tables", "look under Tables in the portal"));
    }

    private static Check tables(SortedSet<String> present, Map<String, Map<String, String>> usage, Instant now) {
        List<String> fresh = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (String table : present) {
            Optional<Instant> last = Cells.instant(usage.getOrDefault(table, Map.of()), "last");
            boolean isFresh = last.filter(at -> at.isAfter(now.minus(STALE))).isPresent();
            (isFresh ? fresh : silent)
                    .add(table + last.map(at -> " (last " + at + ")").orElse(""));
        }
        String words = "with events today: " + named(fresh) + "; silent: " + named(silent);
        return fresh.isEmpty()
                ? Check.failed(
                        "tables",
                        words,
                        "connect Microsoft Defender XDR or another source under Data connectors, or set tables to the families"
                                + " whose tables have events here (defender, asim, securityevent)")
                : Check.ok("tables", words);
    }

    private static String named(List<String> tables) {
        return tables.isEmpty() ? "none" : String.join(", ", tables);
    }

    private Check health() {
        Instant now = clock.instant();
        QueryOutcome outcome = logs.apply(
                "_SentinelHealth()\n| summarize hits = count()", new Window(now.minus(Duration.ofDays(7)), now));
        if (outcome.failure().isPresent() && outcome.unresolved().isEmpty()) {
            return Check.unknown("health", HitCounts.why(outcome), WayOut.ofQuery(outcome));
        }
        boolean on = outcome.whole() && Cells.number(outcome.row(), "hits") > 0;
        return on
                ? Check.ok("health", "monitoring is on: runs of rules can be told")
                : Check.warning(
                        "health",
                        "monitoring is off, or has nothing to tell: nobody knows whether rules ran",
                        "switch on Settings → Auditing and health monitoring in Microsoft Sentinel");
    }
}
