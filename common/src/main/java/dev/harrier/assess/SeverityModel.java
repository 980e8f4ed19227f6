package dev.harrier.assess;

import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up severity as {@code SEVERITY.md} explains it: of each group of signals the weightiest, and a lid by kind of article. */
final class SeverityModel {
    private static final String NO_LID = "";
    private final Map<String, SeverityWeight> weights = SeverityWeight.shipped();
    private final SeveritySignals signals = new SeveritySignals();

    PaperSeverity judge(Reading reading, Relevance relevance, List<KillChainStep> killChain) {
        List<Reason> reasons = new ArrayList<>(weightiest(signals.of(reading, relevance, killChain)));
        reasons.sort(
                Comparator.comparingInt((Reason reason) -> -reason.points()).thenComparing(Reason::why));
        lid(relevance, sum(reasons)).ifPresent(reasons::add);
        int score = Math.max(0, Math.min(100, sum(reasons)));
        return new PaperSeverity(Severity.ofScore(score), score, reasons);
    }

    private List<Reason> weightiest(Map<String, Optional<Quote>> found) {
        Map<String, SeverityWeight> best = new HashMap<>();
        found.keySet().stream()
                .map(weights::get)
                .forEach(weight -> best.merge(weight.group(), weight, SeverityModel::weightier));
        return best.values().stream()
                .map(weight -> weight.reason(found.get(weight.signal())))
                .toList();
    }

    private static SeverityWeight weightier(SeverityWeight one, SeverityWeight other) {
        return Math.abs(one.points()) >= Math.abs(other.points()) ? one : other;
    }

    private static int sum(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    private Optional<Reason> lid(Relevance relevance, int sum) {
        return Optional.ofNullable(weights.get(lidOf(relevance)))
                .filter(lid -> sum > lid.points())
                .map(lid -> new Reason(lid.points() - sum, lid.why(), Optional.empty()));
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
