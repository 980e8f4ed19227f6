package dev.harrier.cli;

import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.TargetPlan;
import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plan}: what a deploy would do. Writes nothing to a target. Exit code 1 if something there is not as we left it. */
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand extends PackCommand {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Keep the plan, so that deploy --plan FILE does just this or nothing.")
    private Path out;

    @Option(names = "--take-over", description = "Overwrite objects of ours that somebody edited by hand.")
    private boolean takeOver;

    @Option(
            names = "--skip-covered",
            description = "Leave out new hunts that a rule of the site's own wholly covers already.")
    private boolean skipCovered;

    @Override
    ExitCode run(Session session, SavedPacks packs) {
        Planned planned = Planned.of(
                session.targets(),
                packs.hunts(),
                wish(session.workspace(), packs, takeOver),
                skipCovered,
                session.notices());
        planned.show(session.console());
        if (out != null) {
            PlanFile.write(out, session.workspace().deployment(), planned);
        }
        return planned.hasDrift() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Every hunt keeps its state, but for {@code --live}. */
    static TargetPlan.Wish wish(Workspace workspace, SavedPacks packs, boolean takeOver) {
        Map<HuntId, Deployment.State> states = new HashMap<>();
        workspace.state().ifPresent(all -> packs.hunts().forEach(hunt -> states.put(hunt.id(), all)));
        return new TargetPlan.Wish(workspace.deployment(), takeOver, states);
    }
}
