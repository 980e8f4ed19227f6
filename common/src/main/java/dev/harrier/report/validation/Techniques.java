package dev.harrier.report.validation;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.hunt.Hunt;
import dev.harrier.report.Gravity;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The techniques that a report's hunts look for, by id, each with its hunts and the gravest of their verdicts. */
final class Techniques {
    private final AttackCatalogue catalogue = AttackCatalogue.shipped();

    /**
     * One technique.
     *
     * @param technique by the catalogue; a technique that it doesn't know is not told
     * @param hunts the gravest first
     * @param worst of their verdicts on any target, empty if none goes anywhere
     */
    record Hunted(Technique technique, List<Hunt> hunts, Optional<Verdict> worst) {}

    List<Hunted> of(ReportView view) {
        Map<String, List<Hunt>> hunts = new TreeMap<>();
        view.gravestFirst()
                .forEach(hunt -> hunt.techniques().forEach(id -> hunts.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(hunt)));
        List<Hunted> hunted = new ArrayList<>();
        hunts.forEach((id, of) ->
                catalogue.technique(id).ifPresent(technique -> hunted.add(new Hunted(technique, of, worst(view, of)))));
        return hunted;
    }

    private static Optional<Verdict> worst(ReportView view, List<Hunt> hunts) {
        return hunts.stream()
                .flatMap(hunt -> view.worst(hunt.id()).stream())
                .min(Comparator.comparingInt(Gravity::rank));
    }
}
