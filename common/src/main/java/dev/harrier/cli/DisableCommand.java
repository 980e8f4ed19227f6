package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.operate.Application;
import dev.harrier.operate.Target;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code disable}: switches hunts off, at once, whether their packs are at hand or not, and they stay off whatever is deployed later,
 * until {@code --back}. What is not ours is not touched.
 */
@Command(name = "disable", mixinStandardHelpOptions = true)
final class DisableCommand extends TargetCommand {
    @Parameters(arity = "1..*", paramLabel = "HUNT", description = "Ids of hunts, or their first eight digits or more.")
    private List<String> ids;

    @Option(names = "--back", description = "Switch on again what was switched off by hand; nothing else.")
    private boolean back;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Override
    boolean writes() {
        return !dryRun;
    }

    @Override
    ExitCode run(Session session) {
        ids.stream()
                .filter(id -> !id.matches("[0-9a-fA-F][0-9a-fA-F-]{7,35}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new ParameterException(
                            session.command(), id + " is no hunt's id, nor its first eight digits");
                });
        Application application = session.application(session.runName());
        int found = 0;
        for (Target target : session.targets()) {
            List<Change> changes = changes(target, session);
            changes.forEach(change -> session.console()
                    .data(target.name() + ": " + (dryRun ? "would switch " : "switches ") + (back ? "on " : "off ")
                            + change.name()));
            found += changes.size();
            if (!dryRun) {
                application.apply(target, changes);
            }
        }
        session.console().progress(summary(found));
        return found == 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private String summary(int found) {
        if (found == 0) {
            return "no hunt of these ids was found that is switched " + (back ? "off by hand" : "on");
        }
        return Counted.of(found, "hunt") + " to switch " + (back ? "on" : "off; they stay off until disable --back");
    }

    private List<Change> changes(Target target, Session session) {
        try {
            return target.connector().deployed().stream()
                    .filter(remote -> isNamed(remote, session.workspace().deployment())
                            && (back ? Adjustments.isSwitchedOff(remote) : remote.enabled()))
                    .map(this::change)
                    .toList();
        } catch (ConnectorException e) {
            session.unlisted(target, e);
            return List.of();
        }
    }

    private Change change(RemoteObject remote) {
        if (!back) {
            return new Change.Disable(remote, "disabled by hand", true);
        }
        Marker marker = remote.marker().orElseThrow();
        return new Change.Enable(
                new WantedObject(
                        marker.hunt(), remote.name(), remote.fields(), true, remote.settings(), marker.version()),
                remote);
    }

    private boolean isNamed(RemoteObject remote, String deployment) {
        return remote.marker()
                .filter(marker -> marker.deployment().equals(deployment))
                .filter(marker ->
                        ids.stream().anyMatch(id -> marker.hunt().toString().startsWith(id.toLowerCase(Locale.ROOT))))
                .isPresent();
    }
}
