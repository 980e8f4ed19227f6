package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
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
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code coverage}: what telemetry the hunts need, whether it is there, and what switching a source on would unlock. */
@Command(name = "coverage", mixinStandardHelpOptions = true)
final class CoverageCommand extends PackCommand {
    @Override
    ExitCode run(Session session, SavedPacks packs) {
        List<Target> targets = session.targets();
        Window window = session.workspace().window(session.clock());
        CoveragePage page = new CoveragePage(window);
        targets.forEach(target -> target(target, packs.hunts(), window, session.notices(), page));
        session.console().data(page.text());
        return ExitCode.OK;
    }

    private static void target(
            Target target, List<Hunt> hunts, Window window, ConsoleNotices notices, CoveragePage page) {
        TargetHunts rendered = TargetHunts.of(target, hunts, notices);
        Map<EventKind, List<Hunt>> byKind = new EnumMap<>(EventKind.class);
        rendered.hunts().forEach(hunt -> byKind.computeIfAbsent(hunt.logic().kind(), key -> new ArrayList<>())
                .add(hunt));
        byKind.forEach((kind, of) -> {
            Optional<Coverage> there = asked(notices, () -> target.connector().coverage(kind, window));
            there.ifPresentOrElse(
                    coverage -> page.add(
                            target.name(),
                            kind,
                            coverage,
                            asked(notices, () -> target.connector().sources(kind, window))
                                    .orElse(List.of()),
                            needing(target, rendered, of, window, notices)),
                    () -> page.unanswered(target.name(), kind, of.size()));
        });
    }

    private static CoveragePage.Needing needing(
            Target target, TargetHunts rendered, List<Hunt> hunts, Window window, ConsoleNotices notices) {
        List<Deployment> said = hunts.stream()
                .flatMap(hunt -> rendered.deployment(hunt.id()).stream())
                .toList();
        Map<HuntId, String> blind =
                asked(notices, () -> target.connector().blind(said, window)).orElse(Map.of());
        return new CoveragePage.Needing(
                rendered.hunts().size(),
                hunts.size(),
                hunts.size() - said.size(),
                blind.values().stream()
                        .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting())));
    }

    private static <T> Optional<T> asked(ConsoleNotices notices, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            return Optional.empty();
        }
    }
}
