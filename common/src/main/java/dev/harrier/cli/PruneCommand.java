package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.Application;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Pruning;
import dev.harrier.operate.Target;
import dev.harrier.pack.SavedPacks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prune}: switches off what is in no pack any more or past its lifetime. Deletes nothing. */
@Command(name = "prune", mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {
    @Mixin
    private PackInputs packs;

    @Option(names = "--dry-run", description = "Only say what would be switched off.")
    private boolean dryRun;

    @Option(
            names = "--most",
            defaultValue = "20",
            paramLabel = "NUMBER",
            description = "Do nothing on a target where more would go: a folder that was named wrongly looks like that."
                    + " Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--even-sole", description = "Also what alone covers a technique.")
    private boolean evenSole;

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
            SavedPacks read = packs.read(open, console);
            if (!read.problems().isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "a pack that can't be read would lose its hunts; mend it first");
            }
            ConsoleNotices notices = new ConsoleNotices(console);
            for (Target target : open.targets(console, spec.commandLine())) {
                prune(open, read, target, notices, console);
            }
            return open.outcome().or(notices.outcome()).number();
        }
    }

    private void prune(Workspace open, SavedPacks read, Target target, ConsoleNotices notices, Console console) {
        try {
            List<RemoteObject> deployed = target.connector().deployed();
            Set<HuntId> wanted = new HashSet<>();
            read.hunts().forEach(hunt -> wanted.add(hunt.id()));
            List<RemoteObject> ours = deployed.stream()
                    .filter(remote -> remote.marker()
                            .filter(marker -> marker.deployment().equals(open.deployment()))
                            .isPresent())
                    .toList();
            LocalDate today = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).toLocalDate();
            Pruning pruning =
                    Pruning.of(read, ours, Plan.unwanted(open.deployment(), wanted, deployed), today, evenSole);
            pruning.kept().forEach(why -> console.progress(target.name() + ": " + why));
            apply(open, target, pruning.changes(), notices, console);
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
        }
    }

    private void apply(Workspace open, Target target, List<Change> changes, ConsoleNotices notices, Console console) {
        changes.forEach(change -> console.data(target.name() + ": "
                + (dryRun ? "would switch off " : "switches off ") + change.name() + ": "
                + ((Change.Disable) change).reason()));
        if (changes.size() > most) {
            notices.problem(new Problem(
                    Problem.Gravity.FINDING,
                    target.name() + ": " + changes.size() + " hunts would go, more than --most " + most
                            + "; nothing was switched off"));
        } else if (!dryRun) {
            new Application(
                            RunName.of(Clock.systemUTC()),
                            open.deployment(),
                            open.deploymentLog(),
                            Clock.systemUTC(),
                            notices)
                    .apply(target, changes);
        }
        if (changes.isEmpty()) {
            console.data(target.name() + ": nothing to switch off");
        }
    }
}
