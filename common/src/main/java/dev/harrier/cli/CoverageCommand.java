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
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coverage}: what telemetry the hunts need, whether it is there, and what switching a source on would unlock. */
@Command(name = "coverage", mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
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
            List<Target> targets = open.targets(console, spec.commandLine());
            Window window = open.window(Clock.systemUTC());
            TextTable table = new TextTable("TARGET", "EVENTS OF KIND", "EVENTS", "HOSTS", "LAST", "HUNTS", "");
            List<String> unlocks = new ArrayList<>();
            targets.forEach(target -> rows(target, read.hunts(), window, notices, table, unlocks));
            console.data("searched " + window.from() + " to " + window.to() + "\n\n" + table.text()
                    + (unlocks.isEmpty() ? "" : "\n\n" + String.join("\n", unlocks)));
            return PackInputs.outcome(read)
                    .or(open.outcome())
                    .or(notices.outcome())
                    .number();
        }
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
