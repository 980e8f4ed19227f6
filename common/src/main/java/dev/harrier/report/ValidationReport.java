package dev.harrier.report;

import static java.util.Objects.requireNonNull;

import dev.harrier.assess.Severity;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.Window;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.SeverityConfirmation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a validation run found: many packs on many targets. Immutable.
 *
 * @param at when it was made
 * @param window what the verdicts are about
 * @param packs in the order of their names
 * @param hunts each once, in the order of the packs
 * @param targets in the order asked for
 * @param verdicts by target, then hunt
 * @param disagreements between targets
 * @param proposals what should become of hunts
 * @param days what was counted day by day, by hunt and target, oldest first; the window's days last
 * @param problems what went wrong, for people
 * @param took how long the run was, where it was clocked
 */
public record ValidationReport(
        Instant at,
        Window window,
        List<Pack> packs,
        List<Hunt> hunts,
        List<Target> targets,
        List<HuntVerdict> verdicts,
        List<Disagreement> disagreements,
        List<Proposal> proposals,
        Map<HuntId, Map<String, List<DayCount>>> days,
        List<String> problems,
        Optional<Duration> took) {
    /**
     * One article, or one folder of rules.
     *
     * @param severity on paper; empty for rules without an article
     * @param confirmations one per target that was measured, none without a severity
     */
    public record Pack(
            String name,
            String title,
            Optional<URI> url,
            Optional<Severity> severity,
            List<HuntId> hunts,
            List<SeverityConfirmation> confirmations) {
        public Pack {
            requireNonNull(name, "name is null");
            requireNonNull(title, "title is null");
            requireNonNull(url, "url is null");
            requireNonNull(severity, "severity is null");
            hunts = List.copyOf(hunts);
            confirmations = List.copyOf(confirmations);
        }
    }

    /**
     * One target.
     *
     * @param changes what a deploy would do or has to leave, without what stands as wanted
     * @param unwanted names of our objects that no pack needs
     * @param coverage the telemetry in the window, by kind; only kinds that a hunt reads
     * @param states of the hunts that are or would be deployed
     * @param queries of the hunts that go there
     * @param runs what its own scheduler did, where it tells
     * @param alerts what hunts raised there, where it tells
     * @param scanned what the run made it read, where it tells
     */
    public record Target(
            String name,
            List<ChangeWords> changes,
            List<String> unwanted,
            List<Coverage> coverage,
            Map<HuntId, State> states,
            Map<HuntId, RunReport.Query> queries,
            Map<HuntId, ScheduledRuns> runs,
            Map<HuntId, RaisedAlerts> alerts,
            ScannedBytes scanned) {
        public Target {
            requireNonNull(name, "name is null");
            changes = List.copyOf(changes);
            unwanted = List.copyOf(unwanted);
            coverage = List.copyOf(coverage);
            states = Map.copyOf(states);
            queries = Map.copyOf(queries);
            runs = Map.copyOf(runs);
            alerts = Map.copyOf(alerts);
            requireNonNull(scanned, "scanned is null");
        }
    }

    public ValidationReport {
        requireNonNull(at, "at is null");
        requireNonNull(window, "window is null");
        packs = List.copyOf(packs);
        hunts = List.copyOf(hunts);
        targets = List.copyOf(targets);
        verdicts = List.copyOf(verdicts);
        disagreements = List.copyOf(disagreements);
        proposals = List.copyOf(proposals);
        days = Map.copyOf(days);
        problems = List.copyOf(problems);
        requireNonNull(took, "took is null");
    }
}
