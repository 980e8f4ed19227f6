package dev.harrier.assess;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How likely a technique is, given what speaks for it: a logistic model of a few factors and a small correction per technique, learnt
 * from reports that people have labelled ({@code TECHNIQUES.md}). Thread-safe.
 */
final class TechniqueCalibration {
    /** What the model sees, in the order of its weights. */
    static final List<String> FACTORS =
            List.of("always", "best", "best above 0", "spelt out", "named", "described", "behaviour");

    /** Stands for a sentence that isn't there. */
    private static final double NO_MARGIN = -1;

    private static final double SPELT_OUT = 0.84;
    private static final double BEHAVIOUR = 0.9;
    private final double[] weights;
    private final Map<String, Double> corrections;

    /**
     * @param weights by {@link #FACTORS}
     * @param corrections by technique: what is added to the sum
     */
    TechniqueCalibration(double[] weights, Map<String, Double> corrections) {
        this.weights = weights.clone();
        this.corrections = Map.copyOf(corrections);
    }

    static TechniqueCalibration shipped() {
        Map<String, Double> byName = Table.rows("technique-calibration.tsv").stream()
                .collect(Collectors.toMap(row -> row[0], row -> Double.valueOf(row[1])));
        return new TechniqueCalibration(
                FACTORS.stream().mapToDouble(byName::get).toArray(), byName);
    }

    /** What the model sees of some grounds. */
    static double[] factors(TechniqueGrounds grounds) {
        double best = grounds.bestMargin().orElse(NO_MARGIN);
        return new double[] {
            1,
            best,
            Math.max(0, best),
            grounds.has(Ground.SPELT_OUT) ? 1 : 0,
            grounds.has(Ground.NAMED) ? 1 : 0,
            grounds.has(Ground.DESCRIBED) ? 1 : 0,
            grounds.has(Ground.BEHAVIOUR) ? 1 : 0
        };
    }

    /** The least that a ground alone makes likely, whatever else: an id in a report, a command that was run. */
    static double least(Ground ground) {
        return ground == Ground.SPELT_OUT ? SPELT_OUT : ground == Ground.BEHAVIOUR ? BEHAVIOUR : 0;
    }

    /** 0 to 1. */
    double probability(TechniqueGrounds grounds) {
        double sum = corrections.getOrDefault(grounds.parent().id(), 0.0);
        double[] factors = factors(grounds);
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * factors[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
