package dev.harrier.cli;

import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.Application;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.Problem;
import dev.harrier.operate.TargetPlan;
import dev.harrier.operate.Validation;
import dev.harrier.pack.SavedPacks;
import dev.harrier.verdict.Allowance;
import dev.harrier.verdict.Proposal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code promote}: without a hunt, says which ones are fit to alert and why; with one, lets it alert (or back into shadow). */
@Command(name = "promote", mixinStandardHelpOptions = true)
final class PromoteCommand extends PackCommand {
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

    @Override
    boolean writes() {
        return !dryRun && (proposed || !ids.isEmpty());
    }

    @Override
    ExitCode run(Session session, SavedPacks packs) {
        if (ids.isEmpty()) {
            List<Proposal> proposals = proposals(session, packs);
            show(proposals, session.console());
            if (proposed) {
                promoteAll(session, packs, proposals);
            }
        } else {
            move(session, packs, Map.of("", chosen(session, packs)));
        }
        return ExitCode.OK;
    }

    private Set<HuntId> chosen(Session session, SavedPacks read) {
        Set<HuntId> chosen = new HashSet<>();
        for (String id : ids) {
            List<HuntId> found = read.hunts().stream()
                    .map(Hunt::id)
                    .filter(each -> id.length() >= 8 && each.toString().startsWith(id.toLowerCase(Locale.ROOT)))
                    .toList();
            if (found.size() != 1) {
                throw new ParameterException(
                        session.command(), found.size() + " hunts of the packs have an id that begins with " + id);
            }
            chosen.addAll(found);
        }
        return chosen;
    }

    private static List<Proposal> proposals(Session session, SavedPacks packs) {
        Deadline deadline = Deadline.in(session.configuration().validation().deadline(), session.clock());
        Validation.Wish wish = ValidationDays.wish(session, deadline);
        return new Validation(wish, session.workspace().ledger(), session.clock(), session.notices())
                .run(packs, session.targets())
                .proposals();
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
        String allow = Allowance.yaml(proposals);
        if (!allow.isEmpty()) {
            console.data("\nin harrier.yml, where these may do this:\n\n" + Printable.of(allow));
        }
    }

    private void promoteAll(Session session, SavedPacks read, List<Proposal> proposals) {
        Map<String, Set<HuntId>> byTarget = new HashMap<>();
        proposals.stream()
                .filter(each -> each.step() == Proposal.Step.PROMOTE)
                .forEach(each -> byTarget.computeIfAbsent(each.target(), key -> new HashSet<>())
                        .add(each.hunt().id()));
        int most = session.configuration().promotion().most();
        long all = byTarget.values().stream().mapToLong(Set::size).sum();
        if (all > most) {
            session.notices()
                    .problem(new Problem(
                            Problem.Gravity.FINDING,
                            all + " hunts are proposed, more than promote.most (" + most + "); none was promoted"));
        } else {
            move(session, read, byTarget);
        }
    }

    /** Hunts by target; under the empty name those of every target. The others are planned too, for they take room, and stay. */
    private void move(Session session, SavedPacks read, Map<String, Set<HuntId>> hunts) {
        State to = back ? State.SHADOW : State.LIVE;
        Application application = session.application(session.runName());
        session.targets().forEach(target -> {
            Set<HuntId> chosen = hunts.getOrDefault(target.name(), hunts.getOrDefault("", Set.of()));
            Map<HuntId, State> states = new HashMap<>();
            chosen.forEach(id -> states.put(id, to));
            Planned planned = Planned.of(
                    List.of(target),
                    read.hunts(),
                    new TargetPlan.Wish(session.workspace().deployment(), false, states),
                    session.notices());
            List<Change> moved = planned.plans().stream()
                    .flatMap(plan -> plan.plan().changes().stream())
                    .filter(change -> ChangeWords.of(change)
                            .hunt()
                            .filter(chosen::contains)
                            .isPresent())
                    .toList();
            List<Change> written = dryRun ? List.of() : application.apply(target, moved);
            moved.stream()
                    .filter(change -> dryRun || !change.writes() || written.contains(change))
                    .forEach(change -> session.console().data(target.name() + ": " + words(change, to)));
            if (planned.unlisted().isEmpty()) {
                absent(read, chosen, moved).forEach(hunt -> session.console()
                        .data(target.name() + ": not on this target: " + hunt.title()));
            }
        });
    }

    private String words(Change change, State to) {
        String state = to.name().toLowerCase(Locale.ROOT);
        if (change.writes()) {
            return (dryRun ? "would be " : "") + state + ": " + change.name() + switchedOff(change);
        }
        return change instanceof Change.Keep
                ? state + " already: " + change.name()
                : "stays as it is: " + change.name() + ": "
                        + ChangeWords.of(change).detail();
    }

    private static String switchedOff(Change change) {
        return change instanceof Change.Update update && Adjustments.isSwitchedOff(update.remote())
                ? " (but it stays switched off: disable --back switches it on)"
                : "";
    }

    /** Hunts that the target can't say, or that its filters keep away. */
    private static List<Hunt> absent(SavedPacks read, Set<HuntId> chosen, List<Change> moved) {
        Set<HuntId> there = new HashSet<>();
        moved.forEach(change -> ChangeWords.of(change).hunt().ifPresent(there::add));
        return read.hunts().stream()
                .filter(hunt -> chosen.contains(hunt.id()) && !there.contains(hunt.id()))
                .toList();
    }
}
