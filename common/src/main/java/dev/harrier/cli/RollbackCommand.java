package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.history.AppliedChange;
import dev.harrier.history.DeploymentLog;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Rollback;
import dev.harrier.operate.Target;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rollback}: takes back what an earlier deploy, prune or promote did, where nothing has happened to it since. */
@Command(name = "rollback", mixinStandardHelpOptions = true)
final class RollbackCommand extends TargetCommand {
    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "The run to take back, as deploy named it. Default: the last one on each target.")
    private String run;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Override
    boolean writes() {
        return !dryRun;
    }

    @Override
    ExitCode run(Session session) {
        List<AppliedChange> log = new DeploymentLog(session.workspace().historyFolder()).read();
        for (Target target : session.targets()) {
            Optional<String> back = run != null ? Optional.of(run) : Rollback.lastRun(log, target.name());
            back.ifPresentOrElse(name -> rollBack(session, target, name, log), () -> session.console()
                    .data(target.name() + ": nothing to take back"));
        }
        return ExitCode.OK;
    }

    private void rollBack(Session session, Target target, String name, List<AppliedChange> log) {
        List<AppliedChange> done = log.stream()
                .filter(change -> change.run().equals(name)
                        && change.target().equals(target.name())
                        && change.deployment().equals(session.workspace().deployment()))
                .toList();
        try {
            Rollback rollback = Rollback.of(done, target.connector().deployed());
            rollback.changes().forEach(change -> session.console()
                    .data(target.name() + ": " + (dryRun ? "would " : "")
                            + ChangeWords.of(change).word() + " " + change.name()));
            rollback.kept().forEach(why -> session.notices()
                    .problem(new Problem(Problem.Gravity.FINDING, target.name() + ": " + why)));
            session.console()
                    .data(target.name() + ": " + rollback.changes().size() + " of " + done.size() + " changes of run "
                            + name + (dryRun ? " would be taken back" : " to take back")
                            + (rollback.changes().isEmpty() ? "; nothing is left of it" : ""));
            if (!dryRun) {
                session.application(Rollback.runName(session.runName())).apply(target, rollback.changes());
            }
        } catch (ConnectorException e) {
            session.unlisted(target, e);
        }
    }
}
