package dev.harrier.attack.classify;

import java.util.Arrays;

/**
 * The features that a model knows, and how telling each is.
 *
 * <p>Immutable by convention: nobody writes to its arrays.
 */
final class Vocabulary {
    private final int[] hashes;
    private final float[] weights;

    /**
     * @param hashes sorted, each once
     * @param counts in how many of the sentences that it learnt from each stands
     * @param sentences how many there were
     */
    Vocabulary(int[] hashes, int[] counts, int sentences) {
        this.hashes = hashes;
        this.weights = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            weights[i] = (float) (StrictMath.log((1.0 + sentences) / (1.0 + counts[i])) + 1);
        }
    }

    int size() {
        return hashes.length;
    }

    /** A sentence as a vector of length one; empty when none of its features is known. */
    FeatureVector vector(int[] features) {
        int[] indices = new int[features.length];
        float[] values = new float[features.length];
        int size = 0;
        for (int from = 0, to; from < features.length; from = to) {
            to = endOfRun(features, from);
            int index = Arrays.binarySearch(hashes, features[from]);
            if (index >= 0) {
                indices[size] = index;
                values[size++] =
                        to - from == 1 ? weights[index] : (float) ((1 + StrictMath.log(to - from)) * weights[index]);
            }
        }
        return FeatureVector.normalised(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    private static int endOfRun(int[] features, int from) {
        int to = from + 1;
        while (to < features.length && features[to] == features[from]) {
            to++;
        }
        return to;
    }
}
