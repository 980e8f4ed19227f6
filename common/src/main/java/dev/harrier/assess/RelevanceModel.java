package dev.harrier.assess;

import dev.harrier.assess.Relevance.Kind;
import dev.harrier.evidence.IndicatorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what sort of article it is. Additive in log-odds, weights in {@code relevance-weights.tsv}; {@code RELEVANCE.md} beside it
 * says how they were fitted and how they fare on sources that the fit had not seen. Thread-safe.
 */
final class RelevanceModel {
    private static final int MOST_REASONS = 8;
    private static final double SOME = 1.6;
    private static final double MUCH = 0.5;
    private final BreachChecks checks = new BreachChecks();
    private final RelevanceFactors factors = new RelevanceFactors(RelevanceWeight.shipped());

    Relevance judge(Reading reading) {
        return judge(reading, factors.of(reading));
    }

    /** By factors that were counted before, and may have been weighed otherwise since. */
    Relevance judge(Reading reading, List<RelevanceFactor> all) {
        double threat = sum(all, RelevanceWeight.THREAT);
        double against = Stream.of(Kind.values())
                .filter(RelevanceModel::speaksAgainst)
                .mapToDouble(kind -> sum(all, kind.name()))
                .sum();
        double odds = threat - against;
        Kind kind = kind(reading, all, threat, odds);
        boolean isThreat = kind == Kind.THREAT_REPORT || (kind == Kind.VULNERABILITY_ADVISORY && exploited(all));
        double score = 1 / (1 + Math.exp(-odds));
        List<Reason> reasons = reasons(all, kind, isThreat);
        if (kind == Kind.BREACH_NEWS) {
            reasons.addAll(checks.of(reading));
        }
        return new Relevance(kind, isThreat, isThreat ? Math.max(score, 0.5) : Math.min(score, 0.49), reasons);
    }

    /** Whether a weight moves the odds of being a threat, rather than only naming a kind. */
    static boolean isOfTheOdds(RelevanceWeight weight) {
        return weight.leaning().equals(RelevanceWeight.THREAT) || speaksAgainst(Kind.valueOf(weight.leaning()));
    }

    private static boolean speaksAgainst(Kind kind) {
        return switch (kind) {
            case THREAT_REPORT, BREACH_NEWS, VULNERABILITY_ADVISORY -> false;
            default -> true;
        };
    }

    private static Kind kind(Reading reading, List<RelevanceFactor> all, double threat, double odds) {
        boolean nothingToHunt = reading.hashes().isEmpty() && reading.hosts().isEmpty();
        double breach = sum(all, Kind.BREACH_NEWS.name());
        double advisory = sum(all, Kind.VULNERABILITY_ADVISORY.name());
        double strongest = sum(all, strongest(all).name());
        if (nothingToHunt && breach >= SOME && breach > advisory && breach >= MUCH * threat && breach >= strongest) {
            return Kind.BREACH_NEWS;
        }
        if (nothingToHunt && advisory >= SOME && advisory >= MUCH * threat && advisory >= strongest) {
            return Kind.VULNERABILITY_ADVISORY;
        }
        if (odds > 0 && speaksOfComputers(reading, all)) {
            return Kind.THREAT_REPORT;
        }
        return namesWeakness(reading) && advisory > strongest ? Kind.VULNERABILITY_ADVISORY : strongest(all);
    }

    /** "Payload" and "campaign" are words of rocketry too, and a virus infects seals. */
    private static boolean speaksOfComputers(Reading reading, List<RelevanceFactor> all) {
        boolean hasEvidence = !reading.evidence().indicators().isEmpty()
                || !reading.evidence().behaviours().isEmpty();
        return hasEvidence || counted(all, "computing");
    }

    /** Of the kinds that are no threat the one that most speaks for. */
    private static Kind strongest(List<RelevanceFactor> all) {
        return Stream.of(Kind.values())
                .filter(RelevanceModel::speaksAgainst)
                .filter(kind -> sum(all, kind.name()) > 0)
                .max(Comparator.comparingDouble(kind -> sum(all, kind.name())))
                .orElse(Kind.OTHER);
    }

    private static boolean namesWeakness(Reading reading) {
        return reading.evidence().indicators().stream().anyMatch(indicator -> indicator.type() == IndicatorType.CVE);
    }

    private static boolean exploited(List<RelevanceFactor> all) {
        return counted(all, RelevanceFactors.EXPLOITED);
    }

    private static boolean counted(List<RelevanceFactor> all, String family) {
        return all.stream().anyMatch(f -> f.weight().family().equals(family) && f.amount() > 0);
    }

    private static double sum(List<RelevanceFactor> all, String leaning) {
        return all.stream()
                .filter(factor -> factor.weight().leaning().equals(leaning))
                .mapToDouble(RelevanceFactor::points)
                .sum();
    }

    private static List<Reason> reasons(List<RelevanceFactor> all, Kind kind, boolean threat) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                0, "reads as " + kind.words() + (threat ? "" : ": no hunt is made of it"), Optional.empty()));
        all.stream()
                .filter(factor -> factor.points() != 0)
                .sorted(Comparator.comparingDouble((RelevanceFactor factor) -> -Math.abs(factor.points())))
                .limit(MOST_REASONS)
                .map(RelevanceFactor::reason)
                .forEach(reasons::add);
        return reasons;
    }
}
