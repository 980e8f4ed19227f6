package dev.harrier.attack.classify;

import java.util.List;
import java.util.Random;

/**
 * Learns the plane that parts some sentences from all others: a linear support vector machine with squared hinge loss and an L2 penalty,
 * by dual coordinate descent with shrinking (Hsieh and others, ICML 2008). The same input gives the same plane, bit by bit: {@link
 * Random} is specified, and each plane starts its own.
 */
final class SupportVectors {
    private static final double TOLERANCE = 0.1;
    private static final int MOST_ROUNDS = 30;
    private static final long SEED = 7;

    private final Random random = new Random(SEED);
    private final List<FeatureVector> vectors;
    private final boolean[] own;
    private final double[] damping;
    private final double[] curvature;
    private final double[] alphas;
    private final int[] order;
    private final float[] plane;
    private float bias;
    private int active;
    private double shrinkAbove = Double.POSITIVE_INFINITY;
    private double steepest;
    private double flattest;

    /**
     * @param own which of the vectors are on the plane's side
     * @param costs what a mistake on each costs
     */
    SupportVectors(List<FeatureVector> vectors, boolean[] own, double[] costs, int features) {
        this.vectors = vectors;
        this.own = own;
        this.damping = new double[costs.length];
        this.curvature = new double[costs.length];
        this.alphas = new double[costs.length];
        this.order = new int[costs.length];
        this.plane = new float[features];
        for (int i = 0; i < costs.length; i++) {
            order[i] = i;
            damping[i] = 0.5 / costs[i];
            curvature[i] = (vectors.get(i).size() == 0 ? 1 : 2) + damping[i];
        }
    }

    /** A weight per feature. */
    float[] learn() {
        active = order.length;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            visitAll();
            if (steepest - flattest <= TOLERANCE) {
                if (active == order.length) {
                    break;
                }
                active = order.length;
                shrinkAbove = Double.POSITIVE_INFINITY;
            } else {
                shrinkAbove = steepest <= 0 ? Double.POSITIVE_INFINITY : steepest;
            }
        }
        return plane;
    }

    float bias() {
        return bias;
    }

    private void visitAll() {
        steepest = Double.NEGATIVE_INFINITY;
        flattest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < active; i++) {
            swap(i, i + random.nextInt(active - i));
        }
        for (int i = 0; i < active; i++) {
            if (!visit(order[i])) {
                active--;
                swap(i, active);
                i--;
            }
        }
    }

    /** Whether the sentence may still matter. */
    private boolean visit(int sentence) {
        double slope = slope(sentence);
        if (alphas[sentence] == 0 && slope > shrinkAbove) {
            return false;
        }
        double projected = alphas[sentence] == 0 ? Math.min(slope, 0) : slope;
        steepest = Math.max(steepest, projected);
        flattest = Math.min(flattest, projected);
        if (Math.abs(projected) > 1e-12) {
            step(sentence, slope);
        }
        return true;
    }

    private double slope(int sentence) {
        double margin = vectors.get(sentence).dot(plane) + bias;
        return (own[sentence] ? margin : -margin) - 1 + alphas[sentence] * damping[sentence];
    }

    private void step(int sentence, double slope) {
        double before = alphas[sentence];
        alphas[sentence] = Math.max(0, before - slope / curvature[sentence]);
        float change = (float) (own[sentence] ? alphas[sentence] - before : before - alphas[sentence]);
        vectors.get(sentence).addTo(plane, change);
        bias += change;
    }

    private void swap(int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
