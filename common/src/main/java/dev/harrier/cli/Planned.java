package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.ChangeWords;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The plans of several targets for the same hunts, for a terminal. */
record Planned(
        List<TargetPlan> plans,
        Map<HuntId, Hunt> hunts,
        Map<String, Map<HuntId, Covering>> coverings,
        Map<String, Spending> spendings,
        Map<String, Map<HuntId, String>> lacking) {
    Planned {
        plans = List.copyOf(plans);
        lacking = Map.copyOf(lacking);
        coverings = Map.copyOf(coverings);
        spendings = Map.copyOf(spendings);
        hunts = Map.copyOf(hunts);
    }

    /** Plans for every target that can be listed; the others are problems. */
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
            }
        }
        Map<HuntId, Hunt> byId = new HashMap<>();
        hunts.forEach(hunt -> byId.put(hunt.id(), hunt));
        return new Planned(plans, byId, coverings, spendings, lacking);
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
        console.data(table() + summary());
    }

    /** What differs; nothing of what stands as wanted. */
    private String table() {
        TextTable table = new TextTable("TARGET", "CHANGE", "STATE", "HUNT", "DETAIL");
        for (TargetPlan plan : plans) {
            for (Change change : plan.plan().changes()) {
                if (!(change instanceof Change.Keep)) {
                    ChangeWords words = ChangeWords.of(change);
                    table.row(
                            plan.target().name(), words.word(), state(plan, words), title(words), detail(plan, words));
                }
            }
            plan.unwanted()
                    .forEach(remote -> table.row(
                            plan.target().name(), "unwanted", "", remote.name(), "of this deployment, and in no pack"));
        }
        return table.rows() == 0 ? "" : table.text() + "\n\n";
    }

    /** One line per target. */
    private String summary() {
        List<String> lines = new ArrayList<>();
        for (TargetPlan plan : plans) {
            Map<String, Integer> counts = new HashMap<>();
            plan.plan()
                    .changes()
                    .forEach(change -> counts.merge(ChangeWords.of(change).word(), 1, Integer::sum));
            List<String> words = new ArrayList<>();
            for (String word :
                    List.of("create", "update", "enable", "disable", "adjusted", "drifted", "foreign", "keep")) {
                if (counts.containsKey(word)) {
                    words.add(counts.get(word) + " " + word);
                }
            }
            if (!plan.unwanted().isEmpty()) {
                words.add(plan.unwanted().size() + " unwanted");
            }
            lines.add(plan.target().name() + ": " + (words.isEmpty() ? "nothing wanted" : String.join(", ", words)));
            Optional.ofNullable(spendings.get(plan.target().name()))
                    .ifPresent(spending -> lines.add(plan.target().name() + ": " + spending.words()));
            lines.addAll(lacking(plan.target().name()));
        }
        return String.join("\n", lines);
    }

    /** A line per reason, for one reason is often that of many hunts. */
    private List<String> lacking(String target) {
        Map<String, Long> byReason = lacking.getOrDefault(target, Map.of()).values().stream()
                .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
        return byReason.entrySet().stream()
                .map(reason -> target + ": " + Counted.of(reason.getValue(), "hunt") + " can't find all there: "
                        + reason.getKey())
                .toList();
    }

    private String title(ChangeWords words) {
        return words.hunt().map(hunts::get).map(Hunt::title).orElse(words.name());
    }

    private String detail(TargetPlan plan, ChangeWords words) {
        Optional<String> beyond = Optional.ofNullable(
                        spendings.get(plan.target().name()))
                .flatMap(spending -> words.hunt().flatMap(spending::words));
        if (beyond.isPresent()) {
            return beyond.get();
        }
        return words.hunt()
                .map(coverings.getOrDefault(plan.target().name(), Map.of())::get)
                .map(Covering::words)
                .orElse(words.detail());
    }

    private static String state(TargetPlan plan, ChangeWords words) {
        return words.hunt()
                .map(plan.states()::get)
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
