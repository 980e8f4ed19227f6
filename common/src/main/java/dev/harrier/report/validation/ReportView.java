package dev.harrier.report.validation;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.report.Gravity;
import dev.harrier.report.RunReport;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with its parts at hand in constant time: a scheduled run may hold ten thousand hunts. Immutable. */
final class ReportView {
    private final ValidationReport report;
    private final Map<HuntId, Hunt> hunts = new HashMap<>();
    private final Map<HuntId, Map<String, HuntVerdict>> verdicts = new HashMap<>();
    private final Map<HuntId, Pack> packs = new HashMap<>();
    private final Map<String, Target> targets = new HashMap<>();

    ReportView(ValidationReport report) {
        this.report = report;
        report.hunts().forEach(hunt -> hunts.put(hunt.id(), hunt));
        report.verdicts()
                .forEach(verdict -> verdicts.computeIfAbsent(verdict.hunt().id(), id -> new HashMap<>())
                        .put(verdict.target(), verdict));
        report.targets().forEach(target -> targets.put(target.name(), target));
        report.packs().forEach(pack -> pack.hunts().forEach(hunt -> packs.putIfAbsent(hunt, pack)));
    }

    ValidationReport report() {
        return report;
    }

    Optional<Hunt> hunt(HuntId id) {
        return Optional.ofNullable(hunts.get(id));
    }

    /** The first pack that holds a hunt. */
    Optional<Pack> pack(HuntId hunt) {
        return Optional.ofNullable(packs.get(hunt));
    }

    /** The target of a verdict; there is none in a report that was put together by hand. */
    Optional<Target> target(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    Optional<HuntVerdict> verdict(HuntId hunt, String target) {
        return Optional.ofNullable(verdicts.getOrDefault(hunt, Map.of()).get(target));
    }

    /** A hunt's verdicts in the order of the targets. */
    List<HuntVerdict> verdicts(HuntId hunt) {
        return report.targets().stream()
                .flatMap(target -> verdict(hunt, target.name()).stream())
                .toList();
    }

    List<DayCount> days(HuntId hunt, String target) {
        return report.days().getOrDefault(hunt, Map.of()).getOrDefault(target, List.of());
    }

    Optional<RunReport.Query> query(HuntId hunt, Target target) {
        return Optional.ofNullable(target.queries().get(hunt));
    }

    /** The gravest verdict on any target. */
    Optional<Verdict> worst(HuntId hunt) {
        return verdicts.getOrDefault(hunt, Map.of()).values().stream()
                .map(HuntVerdict::verdict)
                .min(Comparator.comparingInt(Gravity::rank));
    }

    /** All hunts, the gravest first, else in the order of the packs; hunts that go nowhere last. */
    List<Hunt> gravestFirst() {
        return report.hunts().stream()
                .sorted(Comparator.comparingInt(
                        hunt -> worst(hunt.id()).map(Gravity::rank).orElse(Gravity.NONE)))
                .toList();
    }

    /** All verdicts, the gravest first. */
    List<HuntVerdict> gravestVerdicts() {
        return report.verdicts().stream()
                .sorted(Comparator.comparingInt(verdict -> Gravity.rank(verdict.verdict())))
                .toList();
    }

    /** How many hunts have each verdict on each target, by target in order. */
    Map<String, Map<Verdict, Integer>> tallies() {
        Map<String, Map<Verdict, Integer>> tallies = new HashMap<>();
        report.targets().forEach(target -> tallies.put(target.name(), new EnumMap<>(Verdict.class)));
        report.verdicts()
                .forEach(verdict -> tallies.computeIfAbsent(verdict.target(), name -> new EnumMap<>(Verdict.class))
                        .merge(verdict.verdict(), 1, Integer::sum));
        return tallies;
    }
}
