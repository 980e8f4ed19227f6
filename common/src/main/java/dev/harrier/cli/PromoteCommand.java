package dev.harrier.cli;

import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.Application;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.Problem;
import dev.harrier.operate.TargetPlan;
import dev.harrier.operate.Validation;
import dev.harrier.pack.SavedPacks;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Proposal;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code promote}: without a hunt, says which ones are fit to alert and why; with one, lets it alert (or back into shadow). */
@Command(name = "promote", mixinStandardHelpOptions = true)
final class PromoteCommand implements Callable<Integer> {
    @Mixin
    private PackInputs packs;

    @Option(
            names = "--hunt",
            paramLabel = "HUNT",
            description = "The hunt's id or its first eight digits or more; may be repeated.")
    private List<String> ids = List.of();

    @Option(names = "--proposed", description = "All that is proposed, up to promote.most of harrier.yml (20).")
    private boolean proposed;

    @Option(names = "--back", description = "Back into shadow.")
    private boolean back;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

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
            if (ids.isEmpty()) {
                List<Proposal> proposals = proposals(open, read, notices, console);
                show(proposals, console);
                if (proposed) {
                    promoteAll(open, read, proposals, notices, console);
                }
            } else {
                Set<HuntId> chosen = chosen(read);
                move(open, read, Map.of("", chosen), notices, console);
            }
            return PackInputs.outcome(read)
                    .or(open.outcome())
                    .or(notices.outcome())
                    .number();
        }
    }

    private Set<HuntId> chosen(SavedPacks read) {
        Set<HuntId> chosen = new HashSet<>();
        for (String id : ids) {
            List<HuntId> found = read.hunts().stream()
                    .map(Hunt::id)
                    .filter(each -> id.length() >= 8 && each.toString().startsWith(id.toLowerCase(Locale.ROOT)))
                    .toList();
            if (found.size() != 1) {
                throw new ParameterException(
                        spec.commandLine(), found.size() + " hunts of the packs have an id that begins with " + id);
            }
            chosen.addAll(found);
        }
        return chosen;
    }

    private List<Proposal> proposals(Workspace open, SavedPacks read, ConsoleNotices notices, Console console) {
        Clock clock = Clock.systemUTC();
        Validation.Wish wish = ValidationDays.wish(
                open, Deadline.in(open.configuration().validation().deadline(), clock), console, spec, clock);
        ValidationReport report = new Validation(wish, open.ledger(), clock, notices)
                .run(read, open.targets(console, spec.commandLine()));
        return report.proposals();
    }

    private static void show(List<Proposal> proposals, Console console) {
        TextTable table = new TextTable("TARGET", "STEP", "HUNT", "ID", "REASON");
        proposals.forEach(each -> table.row(
                each.target(),
                each.step().name().toLowerCase(Locale.ROOT),
                each.hunt().title(),
                each.hunt().id().toString().substring(0, 8),
                each.reason()));
        console.data(table.rows() == 0 ? "nothing is proposed" : table.text());
    }

    private void promoteAll(
            Workspace open, SavedPacks read, List<Proposal> proposals, ConsoleNotices notices, Console console) {
        Map<String, Set<HuntId>> byTarget = new HashMap<>();
        proposals.stream()
                .filter(each -> each.step() == Proposal.Step.PROMOTE)
                .forEach(each -> byTarget.computeIfAbsent(each.target(), key -> new HashSet<>())
                        .add(each.hunt().id()));
        int most = open.configuration().promotion().most();
        long all = byTarget.values().stream().mapToLong(Set::size).sum();
        if (all > most) {
            notices.problem(new Problem(
                    Problem.Gravity.FINDING,
                    all + " hunts are proposed, more than promote.most (" + most + "); none was promoted"));
        } else {
            move(open, read, byTarget, notices, console);
        }
    }

    /** Hunts by target; under the empty name those of every target. */
    private void move(
            Workspace open, SavedPacks read, Map<String, Set<HuntId>> hunts, ConsoleNotices notices, Console console) {
        State to = back ? State.SHADOW : State.LIVE;
        String run = RunName.of(Clock.systemUTC());
        Application application =
                new Application(run, open.deployment(), open.deploymentLog(), Clock.systemUTC(), notices);
        open.targets(console, spec.commandLine()).forEach(target -> {
            Set<HuntId> chosen = hunts.getOrDefault(target.name(), hunts.getOrDefault("", Set.of()));
            Map<HuntId, State> states = new HashMap<>();
            chosen.forEach(id -> states.put(id, to));
            List<Hunt> only = read.hunts().stream()
                    .filter(hunt -> chosen.contains(hunt.id()))
                    .toList();
            Planned planned =
                    Planned.of(List.of(target), only, new TargetPlan.Wish(open.deployment(), false, states), notices);
            planned.plans().forEach(plan -> plan.plan()
                    .changes()
                    .forEach(change -> console.data(target.name() + ": " + (dryRun ? "would be " : "")
                            + to.name().toLowerCase(Locale.ROOT) + ": " + change.name())));
            if (!dryRun) {
                planned.plans()
                        .forEach(plan -> application.apply(target, plan.plan().changes()));
            }
        });
    }
}
