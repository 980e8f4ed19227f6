package dev.harrier.cli;

import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.TargetPlan;
import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}: what a deploy would do. Writes nothing to a target. Exit code 1 if something there is not as we left it. */
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private PackInputs packs;

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
            ConsoleNotices notices = new ConsoleNotices(console);
            Planned planned = Planned.of(
                    open.targets(console, spec.commandLine()),
                    read.hunts(),
                    wish(open, read, takeOver),
                    skipCovered,
                    notices);
            console.data(planned.table() + planned.summary());
            if (out != null) {
                PlanFile.write(out, open.deployment(), planned);
            }
            ExitCode found = planned.hasDrift() ? ExitCode.FINDINGS : ExitCode.OK;
            return found.or(PackInputs.outcome(read))
                    .or(open.outcome())
                    .or(notices.outcome())
                    .number();
        }
    }

    /** Every hunt keeps its state, but for {@code --live}. */
    static TargetPlan.Wish wish(Workspace workspace, SavedPacks packs, boolean takeOver) {
        Map<HuntId, Deployment.State> states = new HashMap<>();
        workspace.state().ifPresent(all -> packs.hunts().forEach(hunt -> states.put(hunt.id(), all)));
        return new TargetPlan.Wish(workspace.deployment(), takeOver, states);
    }
}
