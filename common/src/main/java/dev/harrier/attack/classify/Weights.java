package dev.harrier.attack.classify;

import java.util.List;

/**
 * What a linear model has learnt: for each label a bias and a weight for some of the features. Rows go by feature, so that a sentence
 * costs only what its own features weigh. Immutable by convention: nobody writes to its arrays.
 */
final class Weights {
    private final List<String> labels;
    private final float[] biases;
    private final float[] scales;
    private final Vocabulary vocabulary;
    /** Where each feature's row starts; one more than there are features. */
    private final int[] rows;
    /** In each row the labels' numbers, unsigned. */
    private final short[] columns;
    /** Weight by its label's scale. */
    private final byte[] cells;

    Weights(
            List<String> labels,
            float[] biases,
            float[] scales,
            Vocabulary vocabulary,
            int[] rows,
            short[] columns,
            byte[] cells) {
        this.labels = List.copyOf(labels);
        this.biases = biases;
        this.scales = scales;
        this.vocabulary = vocabulary;
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    /** By the numbers that {@link #margins} uses. */
    List<String> labels() {
        return labels;
    }

    double[] margins(int[] features) {
        FeatureVector vector = vocabulary.vector(features);
        double[] sums = new double[labels.size()];
        for (int i = 0; i < vector.size(); i++) {
            int end = rows[vector.index(i) + 1];
            for (int at = rows[vector.index(i)]; at < end; at++) {
                sums[columns[at]] += vector.value(i) * (double) cells[at];
            }
        }
        for (int label = 0; label < sums.length; label++) {
            sums[label] = sums[label] * scales[label] + biases[label];
        }
        return sums;
    }
}
