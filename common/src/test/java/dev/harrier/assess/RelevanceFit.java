package dev.harrier.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the weights of the odds: logistic regression over the factors, each scaled to 0…1, a ridge towards the same weight for all
 * of them, and no weight of the wrong sign (nothing that speaks for a threat may speak against one). Every source of a class weighs
 * the same, so that a folder of 120 alike files doesn't rule. Deterministic: a fixed number of coordinate-wise Newton steps.
 */
final class RelevanceFit {
    private static final int ROUNDS = 400;
    private final List<RelevanceWeight> weights;
    private final double towards;
    private final double ridge;
    private final List<RelevanceExample> examples;
    private final double[] importance;
    private final double[] full;
    private final double[] odds;

    private RelevanceFit(List<RelevanceExample> examples, List<RelevanceWeight> weights, double towards, double ridge) {
        this.examples = examples.stream().filter(RelevanceExample::fits).toList();
        this.weights = weights;
        this.towards = towards;
        this.ridge = ridge;
        this.importance = importance(this.examples);
        this.full = new double[weights.size()];
        this.odds = new double[this.examples.size()];
    }

    /**
     * The weights with fitted points.
     *
     * @param towards what a factor adds to the odds at its full amount, before anything was seen
     * @param ridge how hard it holds to that
     */
    static List<RelevanceWeight> of(
            List<RelevanceExample> examples, List<RelevanceWeight> weights, double towards, double ridge) {
        return new RelevanceFit(examples, weights, towards, ridge).fitted();
    }

    private List<RelevanceWeight> fitted() {
        for (int i = 0; i < full.length; i++) {
            move(i, isFitted(weights.get(i)) && !isBias(i) ? towards : 0);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < full.length; i++) {
                if (isFitted(weights.get(i))) {
                    step(i);
                }
            }
        }
        List<RelevanceWeight> result = new ArrayList<>();
        for (int i = 0; i < full.length; i++) {
            result.add(isFitted(weights.get(i)) ? weights.get(i).weighing(rounded(i)) : weights.get(i));
        }
        return result;
    }

    /** What isn't part of the odds, or has no weight by design, keeps its points. */
    static boolean isFitted(RelevanceWeight weight) {
        return weight.points() != 0 && RelevanceModel.isOfTheOdds(weight);
    }

    private boolean isBias(int i) {
        return weights.get(i).family().equals("bias");
    }

    private double rounded(int i) {
        return Math.round(100 * full[i] / weights.get(i).cap()) / 100.0;
    }

    private void step(int i) {
        double slope = isBias(i) ? 0 : ridge * (towards - full[i]);
        double curve = isBias(i) ? 1e-9 : ridge;
        for (int k = 0; k < odds.length; k++) {
            double x = x(k, i);
            if (x != 0) {
                double p = 1 / (1 + Math.exp(-odds[k]));
                slope += importance[k] * ((examples.get(k).threat() ? 1 : 0) - p) * x;
                curve += importance[k] * Math.max(p * (1 - p), 1e-3) * x * x;
            }
        }
        double wanted = full[i] + slope / curve;
        move(i, isBias(i) ? wanted : Math.max(0, wanted));
    }

    private void move(int i, double wanted) {
        double change = wanted - full[i];
        full[i] = wanted;
        for (int k = 0; k < odds.length; k++) {
            odds[k] += change * x(k, i);
        }
    }

    /** A factor's share of its full amount, signed by what it speaks for. */
    private double x(int example, int i) {
        RelevanceWeight weight = weights.get(i);
        double share = Math.min(1, examples.get(example).factors().get(i).amount() / weight.cap());
        return weight.leaning().equals(RelevanceWeight.THREAT) ? share : -share;
    }

    private static double[] importance(List<RelevanceExample> examples) {
        Map<String, Integer> sizes = new HashMap<>();
        examples.forEach(e -> sizes.merge(e.threat() + e.source(), 1, Integer::sum));
        double[] importance = new double[examples.size()];
        for (int k = 0; k < importance.length; k++) {
            RelevanceExample e = examples.get(k);
            long groups = sizes.keySet().stream()
                    .filter(key -> key.startsWith(String.valueOf(e.threat())))
                    .count();
            importance[k] = examples.size() / 2.0 / groups / sizes.get(e.threat() + e.source());
        }
        return importance;
    }
}
