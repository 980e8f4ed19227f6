package dev.harrier.cli;

import dev.harrier.operate.Application;
import dev.harrier.operate.TargetPlan;
import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deploy}: brings the targets to what the packs want. Doing it again writes nothing. */
@Command(name = "deploy", mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    @Mixin
    private PackInputs packs;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Do what this plan says, or nothing if something has changed since it was made.")
    private Path plan;

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
            TargetPlan.Wish wish = PlanCommand.wish(open, read, takeOver);
            Planned planned =
                    Planned.of(open.targets(console, spec.commandLine()), read.hunts(), wish, skipCovered, notices);
            if (plan != null && !PlanFile.matches(plan, open.deployment(), planned)) {
                console.complain("the packs or the targets have changed since " + plan
                        + " was made; nothing was written: plan again and look");
                console.data(planned.table() + planned.summary());
                return ExitCode.FINDINGS.or(notices.outcome()).number();
            }
            console.data(planned.table() + planned.summary());
            apply(open, planned, notices, console);
            return PackInputs.outcome(read)
                    .or(open.outcome())
                    .or(notices.outcome())
                    .number();
        }
    }

    private static void apply(Workspace workspace, Planned planned, ConsoleNotices notices, Console console) {
        String run = RunName.of(Clock.systemUTC());
        Application application =
                new Application(run, workspace.deployment(), workspace.deploymentLog(), Clock.systemUTC(), notices);
        for (TargetPlan of : planned.plans()) {
            int written = application.apply(of.target(), of.plan().changes());
            console.data(of.target().name() + ": " + written + " of "
                    + of.plan().writes().size() + " changes written");
        }
        console.progress("to take it back: rollback --run " + run);
    }
}
