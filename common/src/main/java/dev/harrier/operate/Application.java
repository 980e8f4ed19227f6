package dev.harrier.operate;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.history.AppliedChange;
import dev.harrier.history.DeploymentLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Carries out plans: every change is written down before it is done, and one that fails does not stop the others. Thread-safe. */
public final class Application {
    private final String run;
    private final String deployment;
    private final Optional<DeploymentLog> log;
    private final Clock clock;
    private final Notices notices;

    /**
     * Something that applies.
     *
     * @param run names this call in the log
     * @param deployment the name in every marker
     * @param log where changes are written down, if anywhere
     */
    public Application(String run, String deployment, Optional<DeploymentLog> log, Clock clock, Notices notices) {
        this.run = run;
        this.deployment = deployment;
        this.log = log;
        this.clock = clock;
        this.notices = notices;
    }

    /**
     * Applies changes to one target, as many at once as it gains from. What is not as we left it is a finding and stays.
     *
     * @return the changes that were written, in their order
     */
    public List<Change> apply(Target target, List<Change> changes) {
        changes.forEach(change -> reportKept(target, change));
        List<Change> writes = changes.stream().filter(Change::writes).toList();
        log.ifPresent(kept -> kept.append(writes.stream()
                .flatMap(change -> AppliedChange.of(change, run, clock.instant(), target.name(), deployment).stream())
                .toList()));
        List<Boolean> done =
                InParallel.map(writes, target.connector().concurrency(), change -> write(target.connector(), change));
        return IntStream.range(0, writes.size())
                .filter(done::get)
                .mapToObj(writes::get)
                .toList();
    }

    private void reportKept(Target target, Change change) {
        if (change instanceof Change.Drifted || change instanceof Change.Foreign) {
            notices.problem(new Problem(
                    Problem.Gravity.FINDING, target.name() + ": " + change.name() + " is not as we left it; kept"));
        } else if (change instanceof Change.Adjusted adjusted) {
            notices.progress(target.name() + ": " + change.name() + " keeps what its users set: " + adjusted.words());
        }
    }

    private boolean write(Connector connector, Change change) {
        try {
            connector.apply(change);
            return true;
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            notices.problem(
                    new Problem(Problem.Gravity.PARTIAL, change.name() + " was not written: " + e.getMessage()));
            return false;
        }
    }
}
