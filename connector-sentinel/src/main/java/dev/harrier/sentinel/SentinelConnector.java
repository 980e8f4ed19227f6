package dev.harrier.sentinel;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Cadence;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.AzureSession;
import dev.harrier.sentinel.azure.LogsQuery;
import dev.harrier.sentinel.azure.Patience;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** One Sentinel workspace, reached with one credential. Shadow is a disabled rule: an enabled one always alerts. */
final class SentinelConnector implements Connector {
    private final Profile profile;
    private final AzureSession session;
    private final Arm arm;
    private final LogsQuery logs;
    private final SentinelObjects objects;
    private final SentinelDoctor doctor;
    private final HuntQueries queries;
    private final HitCounts counts;
    private final DailyHits dailyHits;
    private final OtherNumbers otherNumbers;
    private final QueryGrammar grammar;

    SentinelConnector(SentinelSettings settings, KqlDialect dialect, RuleBody body, Patience patience, Clock clock) {
        this.profile = settings.profile();
        this.session = new AzureSession(settings, patience);
        this.arm = new Arm(session);
        Tables tables = new Tables(arm, dialect, profile);
        DeletedRules deleted = new DeletedRules(arm, settings.target(), settings.deployment(), clock);
        this.objects = new SentinelObjects(settings, arm, body, tables, deleted);
        this.logs = new LogsQuery(session);
        this.doctor = new SentinelDoctor(settings, arm, tables, deleted, logs::run, clock);
        Telemetry telemetry = new Telemetry(dialect, profile, logs::run);
        this.queries = new HuntQueries(logs::run);
        this.counts = new HitCounts(settings.target(), dialect, profile, queries, telemetry);
        this.dailyHits = new DailyHits(settings.target(), dialect, profile, queries, telemetry);
        this.otherNumbers = new OtherNumbers(settings.target(), logs::run);
        this.grammar = new QueryGrammar(logs, clock);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    /** As many as the query service takes from one user; ARM's token bucket carries them too. */
    @Override
    public int concurrency() {
        return LogsQuery.AT_ONCE;
    }

    @Override
    public void expect(List<Deployment> wanted) {
        objects.expect(wanted);
    }

    /** Rules in shadow are disabled, and hunting queries are run by people. */
    @Override
    public Optional<Cadence> cadence(Deployment deployment) {
        return objects.cadence(deployment);
    }

    @Override
    public WantedObject describe(Deployment deployment) {
        return objects.describe(deployment);
    }

    @Override
    public List<RemoteObject> deployed() {
        return objects.list();
    }

    @Override
    public List<ExistingRule> existing() {
        return objects.existing();
    }

    @Override
    public void apply(Change change) {
        objects.apply(change);
    }

    @Override
    public HitCount count(Deployment deployment, Window window) {
        return counts.count(deployment, window);
    }

    /** All days by one query, where the hunt's logic looks at single events. */
    @Override
    public SortedMap<LocalDate, HitCount> daily(Deployment deployment, LocalDate from, LocalDate to) {
        return dailyHits.count(deployment, from, to).orElseGet(() -> Connector.super.daily(deployment, from, to));
    }

    @Override
    public Map<HuntId, String> lacking(List<Deployment> deployments) {
        return Watchlists.lacking(arm, deployments);
    }

    @Override
    public Map<HuntId, ScheduledRuns> scheduledRuns(List<Hunt> hunts, Window window) {
        return otherNumbers.scheduledRuns(hunts, window);
    }

    @Override
    public Map<HuntId, RaisedAlerts> raisedAlerts(List<Hunt> hunts, Window window) {
        return otherNumbers.raisedAlerts(hunts, window);
    }

    @Override
    public List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        return counts.top(deployment, entity, window, most);
    }

    @Override
    public Coverage coverage(EventKind kind, Window window) {
        return counts.coverage(kind, window);
    }

    @Override
    public SortedMap<LocalDate, Coverage> dailyCoverage(EventKind kind, LocalDate from, LocalDate to) {
        return dailyHits.coverage(kind, from, to);
    }

    @Override
    public OptionalLong scannedBytes() {
        return logs.scannedBytes();
    }

    @Override
    public Map<HuntId, Long> scannedByHunt() {
        return queries.read();
    }

    @Override
    public Optional<List<LintFinding>> parsed(String query) {
        return Optional.of(grammar.findings(query));
    }

    @Override
    public List<Check> doctor() {
        return doctor.checks();
    }

    @Override
    public void close() {
        session.close();
    }
}
