package dev.harrier.connector;

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
import java.util.TreeMap;

/**
 * One SIEM, reached with one set of credentials. Safe for use by several threads. Every method that does I/O ends within the
 * configured deadline and throws {@link ConnectorException} when the SIEM is unreachable, refuses, or answers nonsense; expected
 * outcomes are values. The order of calls is {@link #deployed}, a plan, {@link #apply} per change, {@link #count} at any time.
 */
public interface Connector extends AutoCloseable {
    /** What the tables of this target look like. No I/O. */
    Profile profile();

    /**
     * A deployment in this target's vocabulary. No I/O: speaks for the target as {@link #deployed} last found it, so describe after
     * listing.
     */
    WantedObject describe(Deployment deployment);

    /**
     * All that will be wanted, told after listing and before describing: a target that takes only so many objects of a kind shares its
     * room out by priority. No I/O.
     */
    default void expect(List<Deployment> wanted) {}

    /**
     * When the target would run a deployment by itself; empty if it would not, as a disabled rule. For the estimate of what hunts cost.
     * Like {@link #describe}, to be asked after {@link #expect}. No I/O.
     */
    default Optional<Cadence> cadence(Deployment deployment) {
        return Optional.of(Cadence.HOURLY);
    }

    /** How many calls of {@link #apply} and {@link #count} are worth making at once, at least one. No I/O. */
    default int concurrency() {
        return 1;
    }

    /** Every object of ours, and the foreign ones under our names, in as few requests as the API allows. */
    List<RemoteObject> deployed();

    /**
     * Carries out one change and verifies it. Idempotent: doing it again changes nothing. Re-reads what it is about to overwrite and
     * refuses with kind CONFLICT if it is not what the plan saw. Does nothing for changes that write nothing.
     */
    void apply(Change change);

    /** Runs a deployment's text over a window, deployed or not. A failed search is an answer, not an exception. */
    HitCount count(Deployment deployment, Window window);

    /**
     * The same for each UTC day of a stretch, in order, from {@code from} inclusive to {@code to} exclusive. A connector that can asks
     * once for all days.
     */
    default SortedMap<LocalDate, HitCount> daily(Deployment deployment, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, HitCount> days = new TreeMap<>();
        from.datesUntil(to).forEach(day -> days.put(day, count(deployment, Window.of(day, day.plusDays(1)))));
        return days;
    }

    /**
     * The hosts or users that a deployment's text finds most often, most hits first. What can't be told is empty.
     *
     * @param most how many
     * @throws ConnectorException if the target can't be asked
     */
    default List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        return List.of();
    }

    /** What telemetry of a kind the target holds in a window. */
    Coverage coverage(EventKind kind, Window window);

    /**
     * The same by the sources that it comes from, the largest first; a part of them all if the target could not say more. Empty where
     * a connector can't tell, or nothing is there.
     *
     * @throws ConnectorException if it can't be read
     */
    default List<SourceCoverage> sources(EventKind kind, Window window) {
        return List.of();
    }

    /**
     * Hunts that can show no hit for want of telemetry of the source that they need, though others of the same kind may report, each
     * with the reason for people. What isn't named may be blind for other reasons, see {@link HitCount.Blind}.
     *
     * @throws ConnectorException if it can't be told
     */
    default Map<HuntId, String> blind(List<Deployment> deployments, Window window) {
        return Map.of();
    }

    /** As {@link #coverage}, of each UTC day of a stretch, in order. A connector that can asks once for all days. */
    default SortedMap<LocalDate, Coverage> dailyCoverage(EventKind kind, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Coverage> days = new TreeMap<>();
        from.datesUntil(to).forEach(day -> days.put(day, coverage(kind, Window.of(day, day.plusDays(1)))));
        return days;
    }

    /**
     * What the target's own scheduler did with hunts, in as few requests as the API allows. A hunt of which nothing is known is absent:
     * that says nothing of whether it ran. Empty where a connector can't tell.
     *
     * @throws ConnectorException if it can't be read
     */
    default Map<HuntId, ScheduledRuns> scheduledRuns(List<Hunt> hunts, Window window) {
        return Map.of();
    }

    /** What hunts raised in the analysts' queue, as {@link #scheduledRuns} does. */
    default Map<HuntId, RaisedAlerts> raisedAlerts(List<Hunt> hunts, Window window) {
        return Map.of();
    }

    /** How many bytes this connector's queries have made the target read so far; empty where it doesn't tell. No I/O. */
    default OptionalLong scannedBytes() {
        return OptionalLong.empty();
    }

    /** The part of {@link #scannedBytes} that was read for single hunts; what is read for all of them is nobody's. No I/O. */
    default Map<HuntId, Long> scannedByHunt() {
        return Map.of();
    }

    /**
     * The rules that the site runs besides ours: enabled, read a page at a time up to a limit. What a limit cuts off is simply not
     * known to cover anything. Empty where a connector can't tell.
     *
     * @throws ConnectorException if they can't be read
     */
    default List<ExistingRule> existing() {
        return List.of();
    }

    /**
     * What hunts would miss, or why they can't run, because of what the target lacks now that their texts rely on (lookups, watchlists,
     * summaries), each with the reason and the way out for people. Asks the target only for what some text relies on. Unlike {@link
     * #blind} it is no question of telemetry, and needs no window. Writes nothing.
     *
     * @throws ConnectorException if it can't be told
     */
    default Map<HuntId, String> lacking(List<Deployment> deployments) {
        return Map.of();
    }

    /**
     * What the target's own parser says of a query, in its language and this target's profile. Runs and writes nothing.
     *
     * @return the errors at their places in the text, none if the parser takes it; empty if the target has no parser to ask
     * @throws ConnectorException if the parser can't be asked
     */
    default Optional<List<LintFinding>> parsed(String query) {
        return Optional.empty();
    }

    /**
     * Looks at everything that Harrier needs of the target, and says the way out where something is missing. Writes nothing. What goes
     * wrong is a finding, never an exception; the first check tells whether the target is reached at all.
     */
    default List<Check> doctor() {
        try {
            return List.of(Check.ok("reach", "answers, and holds " + deployed().size() + " objects of Harrier's"));
        } catch (ConnectorException e) {
            return List.of(Check.failed("reach", e.getMessage(), "see the message"));
        }
    }

    /** Lets go of connections. Idempotent. */
    @Override
    void close();
}
