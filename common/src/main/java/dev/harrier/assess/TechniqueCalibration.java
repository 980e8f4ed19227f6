package dev.harrier.assess;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How likely a technique is, given what speaks for it: a logistic model whose few weights are learnt from reports that people have
 * labelled ({@code TECHNIQUES.md}). Thread-safe.
 */
final class TechniqueCalibration {
    /** What the model sees, in the order of its weights. */
    static final List<String> FACTORS =
            List.of("always", "best", "best above 0", "second", "third", "spelt out", "named", "described", "behaviour");

    /** Stands for a sentence that isn't there. */
    private static final double NO_MARGIN = -1;

    private static final double SPELT_OUT = 0.84;
    private static final double BEHAVIOUR = 0.9;
    private final double[] weights;

    TechniqueCalibration(double[] weights) {
        this.weights = weights.clone();
    }

    static TechniqueCalibration shipped() {
        Map<String, Double> byName = Table.rows("technique-calibration.tsv").stream()
                .collect(Collectors.toMap(row -> row[0], row -> Double.valueOf(row[1])));
        return new TechniqueCalibration(
                FACTORS.stream().mapToDouble(byName::get).toArray());
    }

    /** What the model sees of some grounds. */
    static double[] factors(TechniqueGrounds grounds) {
        double[] margins = grounds.margins();
        double best = margin(margins, 0);
        return new double[] {
            1,
            best,
            Math.max(0, best),
            margin(margins, 1),
            margin(margins, 2),
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
        double[] factors = factors(grounds);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * factors[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private static double margin(double[] margins, int rank) {
        return rank < margins.length ? margins[rank] : NO_MARGIN;
    }
}
