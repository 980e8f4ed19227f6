package dev.harrier.cli;

import dev.harrier.deploy.Change;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.deploy.Covering;
import dev.harrier.hunt.Hunt;
import dev.harrier.operate.TargetPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans as text for a terminal: what differs, then a line per target. */
final class PlanPage {
    private final Planned planned;

    PlanPage(Planned planned) {
        this.planned = planned;
    }

    /** What differs, then a line per target, whether it could be listed or not. */
    String text() {
        return table() + summary();
    }

    /** What differs; nothing of what stands as wanted. */
    private String table() {
        TextTable table = new TextTable("TARGET", "CHANGE", "STATE", "HUNT", "DETAIL");
        for (TargetPlan plan : planned.plans()) {
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
        for (TargetPlan plan : planned.plans()) {
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
            Optional.ofNullable(planned.spendings().get(plan.target().name()))
                    .ifPresent(spending -> lines.add(plan.target().name() + ": " + spending.words()));
            lines.addAll(lacking(plan.target().name()));
        }
        planned.unlisted().forEach(target -> lines.add(target + ": not planned, for it could not be listed"));
        return String.join("\n", lines);
    }

    /** A line per reason, for one reason is often that of many hunts. */
    private List<String> lacking(String target) {
        Map<String, Long> byReason = planned.lacking().getOrDefault(target, Map.of()).values().stream()
                .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
        return byReason.entrySet().stream()
                .map(reason -> target + ": " + Counted.of(reason.getValue(), "hunt") + " can't find all there: "
                        + reason.getKey())
                .toList();
    }

    private String title(ChangeWords words) {
        return words.hunt().map(planned.hunts()::get).map(Hunt::title).orElse(words.name());
    }

    private String detail(TargetPlan plan, ChangeWords words) {
        Optional<String> beyond = Optional.ofNullable(
                        planned.spendings().get(plan.target().name()))
                .flatMap(spending -> words.hunt().flatMap(spending::words));
        if (beyond.isPresent()) {
            return beyond.get();
        }
        return words.hunt()
                .map(planned.coverings().getOrDefault(plan.target().name(), Map.of())::get)
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
