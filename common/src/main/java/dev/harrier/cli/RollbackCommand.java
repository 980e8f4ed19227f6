package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.history.AppliedChange;
import dev.harrier.history.DeploymentLog;
import dev.harrier.operate.Application;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Rollback;
import dev.harrier.operate.Target;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rollback}: takes back what an earlier deploy, prune or promote did, where nothing has happened to it since. */
@Command(name = "rollback", mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "The run to take back, as deploy named it. Default: the last one on each target.")
    private String run;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Mixin
    private Workspace workspace;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace open = workspace) {
            ConsoleNotices notices = new ConsoleNotices(console);
            List<AppliedChange> log = new DeploymentLog(open.historyFolder()).read();
            for (Target target : open.targets(console, spec.commandLine())) {
                Optional<String> back = run != null ? Optional.of(run) : Rollback.lastRun(log, target.name());
                back.ifPresentOrElse(
                        name -> rollBack(open, target, name, log, notices, console),
                        () -> console.data(target.name() + ": nothing to take back"));
            }
            return open.outcome().or(notices.outcome()).number();
        }
    }

    private void rollBack(
            Workspace open,
            Target target,
            String name,
            List<AppliedChange> log,
            ConsoleNotices notices,
            Console console) {
        List<AppliedChange> done = log.stream()
                .filter(change -> change.run().equals(name)
                        && change.target().equals(target.name())
                        && change.deployment().equals(open.deployment()))
                .toList();
        try {
            Rollback rollback = Rollback.of(done, target.connector().deployed());
            rollback.changes()
                    .forEach(change -> console.data(target.name() + ": " + (dryRun ? "would " : "")
                            + ChangeWords.of(change).word() + " " + change.name()));
            rollback.kept()
                    .forEach(why -> notices.problem(new Problem(Problem.Gravity.FINDING, target.name() + ": " + why)));
            console.data(target.name() + ": " + rollback.changes().size() + " of " + done.size() + " changes of run "
                    + name + (dryRun ? " would be taken back" : " to take back"));
            if (!dryRun) {
                new Application(
                                RunName.of(Clock.systemUTC()),
                                open.deployment(),
                                open.deploymentLog(),
                                Clock.systemUTC(),
                                notices)
                        .apply(target, rollback.changes());
            }
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
        }
    }
}
