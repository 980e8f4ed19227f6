package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Covering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Recognition;
import dev.harrier.operate.Spending;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import dev.harrier.operate.TargetPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The plans of several targets for the same hunts.
 *
 * @param unlisted names of targets that could not be listed, and have no plan
 */
record Planned(
        List<TargetPlan> plans,
        Map<HuntId, Hunt> hunts,
        Map<String, Map<HuntId, Covering>> coverings,
        Map<String, Spending> spendings,
        Map<String, Map<HuntId, String>> lacking,
        List<String> unlisted) {
    Planned {
        plans = List.copyOf(plans);
        unlisted = List.copyOf(unlisted);
        lacking = Map.copyOf(lacking);
        coverings = Map.copyOf(coverings);
        spendings = Map.copyOf(spendings);
        hunts = Map.copyOf(hunts);
    }

    /** Plans for every target that can be listed; the others are problems, and named. */
    static Planned of(List<Target> targets, List<Hunt> hunts, TargetPlan.Wish wish, ConsoleNotices notices) {
        return of(targets, hunts, wish, false, Budgets.NONE, Planned::countUnsaid, notices);
    }

    /**
     * The same.
     *
     * @param skipCovered whether a new hunt stays away where something wholly covers it already
     * @param budgets of targets that have one
     */
    static Planned of(
            List<Target> targets,
            List<Hunt> hunts,
            TargetPlan.Wish wish,
            boolean skipCovered,
            Budgets budgets,
            ConsoleNotices notices) {
        return of(targets, hunts, wish, skipCovered, budgets, Planned::nameUnsaid, notices);
    }

    private static Planned of(
            List<Target> targets,
            List<Hunt> hunts,
            TargetPlan.Wish wish,
            boolean skipCovered,
            Budgets budgets,
            BiConsumer<TargetHunts, ConsoleNotices> unsaid,
            ConsoleNotices notices) {
        List<TargetPlan> plans = new ArrayList<>();
        Map<String, Map<HuntId, Covering>> coverings = new HashMap<>();
        Map<String, Spending> spendings = new HashMap<>();
        Map<String, Map<HuntId, String>> lacking = new HashMap<>();
        List<String> unlisted = new ArrayList<>();
        for (Target target : targets) {
            TargetHunts rendered = TargetHunts.of(target, hunts, notices);
            unsaid.accept(rendered, notices);
            try {
                TargetPlan plan = TargetPlan.of(rendered, hunts, wish);
                Map<HuntId, Covering> covered = Recognition.of(plan, hunts, notices);
                coverings.put(target.name(), covered);
                TargetPlan wanted = skipCovered ? Recognition.without(plan, covered) : plan;
                Optional<Spending> spending = budgets.spending(rendered, wanted);
                spending.ifPresent(of -> spendings.put(target.name(), of));
                plans.add(spending.map(of -> of.kept(wanted)).orElse(wanted));
                lacking.put(target.name(), lacking(rendered, notices));
            } catch (ConnectorException e) {
                notices.problem(Problem.of(e));
                unlisted.add(target.name());
            }
        }
        Map<HuntId, Hunt> byId = new HashMap<>();
        hunts.forEach(hunt -> byId.put(hunt.id(), hunt));
        return new Planned(plans, byId, coverings, spendings, lacking, unlisted);
    }

    /** What can't be told keeps nothing from being planned: the counts will say it. */
    private static Map<HuntId, String> lacking(TargetHunts hunts, ConsoleNotices notices) {
        try {
            return hunts.target().connector().lacking(hunts.deployments());
        } catch (ConnectorException e) {
            notices.progress(hunts.target().name() + ": what hunts lack there could not be told: " + e.getMessage());
            return Map.of();
        }
    }

    /** Each hunt that can't be said on a target, and why. */
    private static void nameUnsaid(TargetHunts rendered, ConsoleNotices notices) {
        unsaid(rendered)
                .forEach(hunt -> notices.progress(rendered.target().name() + ": not deployed: " + hunt.title() + ": "
                        + rendered.queries().get(hunt.id()).unsupported().orElse("")));
    }

    /** How many they are, for commands that are about something else. */
    private static void countUnsaid(TargetHunts rendered, ConsoleNotices notices) {
        long number = unsaid(rendered).size();
        if (number > 0) {
            notices.progress(rendered.target().name() + ": " + Counted.of(number, "hunt")
                    + " can't be said there, and " + (number == 1 ? "is" : "are") + " not deployed; plan names "
                    + (number == 1 ? "it" : "them"));
        }
    }

    private static List<Hunt> unsaid(TargetHunts rendered) {
        return rendered.hunts().stream()
                .filter(hunt -> rendered.deployment(hunt.id()).isEmpty())
                .toList();
    }

    /** Whether a budget is exceeded that lets nothing be deployed then. */
    boolean isRefused() {
        return spendings.values().stream().anyMatch(Spending::refuses);
    }

    /** Whether an object is not as we left it, or not ours. */
    boolean hasDrift() {
        return plans.stream()
                .flatMap(plan -> plan.plan().changes().stream())
                .anyMatch(change -> change instanceof Change.Drifted || change instanceof Change.Foreign);
    }

    /** Whether something would be written. */
    boolean hasWrites() {
        return plans.stream().anyMatch(plan -> !plan.plan().writes().isEmpty());
    }

    /** What differs, then a line per target. */
    void show(Console console) {
        console.data(new PlanPage(this).text());
    }
}
