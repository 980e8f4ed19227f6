package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Pruning;
import dev.harrier.operate.Target;
import dev.harrier.pack.SavedPacks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code prune}: switches off what is in no pack any more or past its lifetime. Deletes nothing. */
@Command(name = "prune", mixinStandardHelpOptions = true)
final class PruneCommand extends PackCommand {
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

    @Override
    boolean writes() {
        return !dryRun;
    }

    @Override
    ExitCode run(Session session, SavedPacks packs) {
        if (!packs.problems().isEmpty()) {
            throw new ParameterException(
                    session.command(), "a pack that can't be read would lose its hunts; mend it first");
        }
        session.targets().forEach(target -> prune(session, packs, target));
        return ExitCode.OK;
    }

    private void prune(Session session, SavedPacks read, Target target) {
        String deployment = session.workspace().deployment();
        try {
            List<RemoteObject> deployed = target.connector().deployed();
            Set<HuntId> wanted = new HashSet<>();
            read.hunts().forEach(hunt -> wanted.add(hunt.id()));
            List<RemoteObject> ours = deployed.stream()
                    .filter(remote -> remote.marker()
                            .filter(marker -> marker.deployment().equals(deployment))
                            .isPresent())
                    .toList();
            LocalDate today = session.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
            Pruning pruning = Pruning.of(read, ours, Plan.unwanted(deployment, wanted, deployed), today, evenSole);
            pruning.kept().forEach(why -> session.console().progress(target.name() + ": " + why));
            apply(session, target, pruning.changes());
        } catch (ConnectorException e) {
            session.unlisted(target, e);
        }
    }

    private void apply(Session session, Target target, List<Change> changes) {
        changes.forEach(change -> session.console()
                .data(target.name() + ": "
                        + (dryRun || changes.size() > most ? "would switch off " : "switches off ") + change.name()
                        + ": "
                        + ((Change.Disable) change).reason()));
        if (changes.size() > most) {
            session.notices()
                    .problem(new Problem(
                            Problem.Gravity.FINDING,
                            target.name() + ": " + changes.size() + " hunts would go, more than --most " + most
                                    + "; nothing was switched off"));
        } else if (!dryRun) {
            session.application(session.runName()).apply(target, changes);
        }
        if (changes.isEmpty()) {
            session.console().data(target.name() + ": nothing to switch off");
        }
    }
}
