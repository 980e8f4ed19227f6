package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.Window;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import dev.harrier.pack.SavedPacks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code coverage}: what telemetry the hunts need, whether it is there, and what switching a source on would unlock. */
@Command(name = "coverage", mixinStandardHelpOptions = true)
final class CoverageCommand extends PackCommand {
    @Override
    ExitCode run(Session session, SavedPacks packs) {
        List<Target> targets = session.targets();
        Window window = session.workspace().window(session.clock());
        TextTable table = new TextTable("TARGET", "EVENTS OF KIND", "EVENTS", "HOSTS", "LAST", "HUNTS", "");
        List<String> unlocks = new ArrayList<>();
        targets.forEach(target -> rows(target, packs.hunts(), window, session.notices(), table, unlocks));
        session.console()
                .data("searched " + window.from() + " to " + window.to() + "\n\n" + table.text()
                        + (unlocks.isEmpty() ? "" : "\n\n" + String.join("\n", unlocks)));
        return ExitCode.OK;
    }

    private static void rows(
            Target target,
            List<Hunt> hunts,
            Window window,
            ConsoleNotices notices,
            TextTable table,
            List<String> unlocks) {
        TargetHunts rendered = TargetHunts.of(target, hunts, notices);
        Map<EventKind, List<Hunt>> byKind = new EnumMap<>(EventKind.class);
        rendered.hunts().forEach(hunt -> byKind.computeIfAbsent(hunt.logic().kind(), key -> new ArrayList<>())
                .add(hunt));
        byKind.forEach((kind, of) -> coverage(target, kind, window, notices).ifPresent(there -> {
            long unsaid = of.stream()
                    .filter(hunt -> rendered.deployment(hunt.id()).isEmpty())
                    .count();
            table.row(
                    target.name(),
                    kind.words(),
                    Long.toString(there.events()),
                    Long.toString(there.hosts()),
                    there.last().map(Object::toString).orElse("–"),
                    Integer.toString(of.size()),
                    there.events() == 0 ? "blind" : unsaid > 0 ? unsaid + " can't be said there" : "");
            if (there.events() == 0 && of.size() > unsaid) {
                unlocks.add(target.name() + ": " + kind.words() + " events would unlock " + (of.size() - unsaid)
                        + " of " + rendered.hunts().size() + " hunts");
            }
        }));
    }

    private static Optional<Coverage> coverage(Target target, EventKind kind, Window window, ConsoleNotices notices) {
        try {
            return Optional.of(target.connector().coverage(kind, window));
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            return Optional.empty();
        }
    }
}
