package dev.harrier.operate;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
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
import dev.harrier.measure.SourceCoverage;
import dev.harrier.measure.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A connector that asks nothing more once its credential was refused: every later call fails with that first refusal. A run of a
 * thousand hunts would otherwise knock a thousand times with a wrong password, which locks accounts. Thread-safe as the connector is.
 */
public final class OneRefusal implements Connector {
    private final Connector connector;
    private final AtomicReference<ConnectorException> refusal = new AtomicReference<>();

    /** Around a connector, which is closed with this one. */
    public OneRefusal(Connector connector) {
        this.connector = connector;
    }

    private <T> T asked(Supplier<T> question) {
        Optional<ConnectorException> known = Optional.ofNullable(refusal.get());
        if (known.isPresent()) {
            throw known.get();
        }
        try {
            return question.get();
        } catch (ConnectorException e) {
            if (e.kind() != ConnectorException.Kind.AUTHENTICATION) {
                throw e;
            }
            refusal.compareAndSet(null, e);
            throw refusal.get();
        }
    }

    @Override
    public Profile profile() {
        return connector.profile();
    }

    @Override
    public WantedObject describe(Deployment deployment) {
        return connector.describe(deployment);
    }

    @Override
    public void expect(List<Deployment> wanted) {
        connector.expect(wanted);
    }

    @Override
    public Optional<Cadence> cadence(Deployment deployment) {
        return connector.cadence(deployment);
    }

    @Override
    public int concurrency() {
        return connector.concurrency();
    }

    @Override
    public List<RemoteObject> deployed() {
        return asked(() -> connector.deployed());
    }

    @Override
    public void apply(Change change) {
        asked(() -> {
            connector.apply(change);
            return true;
        });
    }

    @Override
    public HitCount count(Deployment deployment, Window window) {
        return asked(() -> connector.count(deployment, window));
    }

    @Override
    public SortedMap<LocalDate, HitCount> daily(Deployment deployment, LocalDate from, LocalDate to) {
        return asked(() -> connector.daily(deployment, from, to));
    }

    @Override
    public List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        return asked(() -> connector.top(deployment, entity, window, most));
    }

    @Override
    public Coverage coverage(EventKind kind, Window window) {
        return asked(() -> connector.coverage(kind, window));
    }

    @Override
    public List<SourceCoverage> sources(EventKind kind, Window window) {
        return asked(() -> connector.sources(kind, window));
    }

    @Override
    public Map<HuntId, String> blind(List<Deployment> deployments, Window window) {
        return asked(() -> connector.blind(deployments, window));
    }

    @Override
    public SortedMap<LocalDate, Coverage> dailyCoverage(EventKind kind, LocalDate from, LocalDate to) {
        return asked(() -> connector.dailyCoverage(kind, from, to));
    }

    @Override
    public Map<HuntId, ScheduledRuns> scheduledRuns(List<Hunt> hunts, Window window) {
        return asked(() -> connector.scheduledRuns(hunts, window));
    }

    @Override
    public Map<HuntId, RaisedAlerts> raisedAlerts(List<Hunt> hunts, Window window) {
        return asked(() -> connector.raisedAlerts(hunts, window));
    }

    @Override
    public OptionalLong scannedBytes() {
        return connector.scannedBytes();
    }

    @Override
    public Map<HuntId, Long> scannedByHunt() {
        return connector.scannedByHunt();
    }

    @Override
    public Map<HuntId, String> lacking(List<Deployment> deployments) {
        return asked(() -> connector.lacking(deployments));
    }

    @Override
    public List<ExistingRule> existing() {
        return asked(() -> connector.existing());
    }

    @Override
    public Optional<List<LintFinding>> parsed(String query) {
        return asked(() -> connector.parsed(query));
    }

    /** Looks anew: what {@code doctor} says is about now. */
    @Override
    public List<Check> doctor() {
        return connector.doctor();
    }

    @Override
    public void close() {
        connector.close();
    }
}
