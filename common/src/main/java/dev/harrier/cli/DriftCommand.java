package dev.harrier.cli;

import dev.harrier.pack.SavedPacks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drift}: what on the targets is not as the packs want it, whoever is to blame. Exit code 1 if something is. */
@Command(name = "drift", mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {
    @Mixin
    private PackInputs packs;

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
                    PlanCommand.wish(open, read, false),
                    notices);
            console.data(planned.table() + planned.summary());
            boolean unwanted =
                    planned.plans().stream().anyMatch(plan -> !plan.unwanted().isEmpty());
            boolean drift = planned.hasDrift() || planned.hasWrites() || unwanted;
            return (drift ? ExitCode.FINDINGS : ExitCode.OK)
                    .or(PackInputs.outcome(read))
                    .or(open.outcome())
                    .or(notices.outcome())
                    .number();
        }
    }
}
