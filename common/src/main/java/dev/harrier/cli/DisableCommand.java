package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.operate.Application;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Target;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code disable}: switches hunts off, at once, whether their packs are at hand or not. What is not ours is not touched. */
@Command(name = "disable", mixinStandardHelpOptions = true)
final class DisableCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "HUNT", description = "Ids of hunts, or their first eight digits or more.")
    private List<String> ids;

    @Option(names = "--dry-run", description = "Only say what would be switched off.")
    private boolean dryRun;

    @Mixin
    private Workspace workspace;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ids.stream()
                .filter(id -> !id.matches("[0-9a-fA-F][0-9a-fA-F-]{7,35}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new ParameterException(
                            spec.commandLine(), id + " is no hunt's id, nor its first eight digits");
                });
        Console console = options.console();
        try (Workspace open = workspace) {
            ConsoleNotices notices = new ConsoleNotices(console);
            Application application = new Application(
                    RunName.of(Clock.systemUTC()), open.deployment(), open.deploymentLog(), Clock.systemUTC(), notices);
            int found = 0;
            for (Target target : open.targets(console, spec.commandLine())) {
                List<Change> changes = changes(target, open.deployment(), notices);
                changes.forEach(change -> console.data(
                        target.name() + ": " + (dryRun ? "would switch off " : "switches off ") + change.name()));
                found += changes.size();
                if (!dryRun) {
                    application.apply(target, changes);
                }
            }
            console.progress(found + " hunts to switch off");
            ExitCode none = found == 0 ? ExitCode.FINDINGS : ExitCode.OK;
            return none.or(open.outcome()).or(notices.outcome()).number();
        }
    }

    private List<Change> changes(Target target, String deployment, ConsoleNotices notices) {
        try {
            return target.connector().deployed().stream()
                    .filter(remote -> isNamed(remote, deployment) && remote.enabled())
                    .<Change>map(remote -> new Change.Disable(remote, "disabled by hand"))
                    .toList();
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            return List.of();
        }
    }

    private boolean isNamed(RemoteObject remote, String deployment) {
        return remote.marker()
                .filter(marker -> marker.deployment().equals(deployment))
                .filter(marker ->
                        ids.stream().anyMatch(id -> marker.hunt().toString().startsWith(id.toLowerCase(Locale.ROOT))))
                .isPresent();
    }
}
