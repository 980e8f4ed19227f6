package dev.harrier.assess;

import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Adds up severity as {@code SEVERITY.md} explains it: of each group of signals the weightiest, and a lid by kind of article. */
final class SeverityModel {
    private static final String NO_LID = "";
    private final Map<String, SeverityWeight> weights = SeverityWeight.shipped();
    private final SeveritySignals signals = new SeveritySignals();

    PaperSeverity judge(Reading reading, Relevance relevance, List<KillChainStep> killChain) {
        Map<String, Optional<Quote>> found = signals.of(reading, relevance, killChain);
        Map<String, SeverityWeight> counted = weightiest(found);
        List<Reason> reasons = new ArrayList<>(counted.values().stream()
                .map(weight -> weight.reason(found.get(weight.signal())))
                .toList());
        reasons.sort(
                Comparator.comparingInt((Reason reason) -> -reason.points()).thenComparing(Reason::why));
        Optional<SeverityWeight> lid = Optional.ofNullable(weights.get(lidOf(relevance)));
        lid.flatMap(most -> cut(most, sum(reasons))).ifPresent(reasons::add);
        int score = Math.max(0, Math.min(100, sum(reasons)));
        OptionalInt most = lid.stream().mapToInt(SeverityWeight::points).findFirst();
        List<SeverityChange> changes = new SeverityOutlook(weights.values(), counted, most).changes();
        return new PaperSeverity(Severity.ofScore(score), score, reasons, changes);
    }

    private Map<String, SeverityWeight> weightiest(Map<String, Optional<Quote>> found) {
        Map<String, SeverityWeight> best = new TreeMap<>();
        found.keySet().stream()
                .map(weights::get)
                .forEach(weight -> best.merge(weight.group(), weight, SeverityModel::weightier));
        return best;
    }

    /** Of two that weigh the same the graver, so that no more evidence ever lowers a score by being the second. */
    private static SeverityWeight weightier(SeverityWeight one, SeverityWeight other) {
        int difference = Math.abs(one.points()) - Math.abs(other.points());
        return difference > 0 || (difference == 0 && one.points() >= other.points()) ? one : other;
    }

    private static int sum(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    private static Optional<Reason> cut(SeverityWeight lid, int sum) {
        return sum > lid.points()
                ? Optional.of(new Reason(lid.points() - sum, lid.why(), Optional.empty()))
                : Optional.empty();
    }

    private static String lidOf(Relevance relevance) {
        if (relevance.threat()) {
            return NO_LID;
        }
        return switch (relevance.kind()) {
            case BREACH_NEWS, VULNERABILITY_ADVISORY -> "cap-54";
            case RESEARCH_OR_TOOL -> "cap-34";
            default -> "cap-14";
        };
    }
}
