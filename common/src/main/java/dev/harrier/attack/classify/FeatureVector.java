package dev.harrier.attack.classify;

/**
 * A sparse vector.
 *
 * <p>Not a record, since it holds arrays: two are equal only when they are the same.
 */
final class FeatureVector {
    private final int[] indices;
    private final float[] values;

    private FeatureVector(int[] indices, float[] values) {
        this.indices = indices;
        this.values = values;
    }

    /** Takes both arrays over. */
    static FeatureVector normalised(int[] indices, float[] values) {
        double square = 0;
        for (float value : values) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new FeatureVector(indices, values);
    }

    int size() {
        return indices.length;
    }

    int index(int position) {
        return indices[position];
    }

    float value(int position) {
        return values[position];
    }

    double dot(float[] weights) {
        double sum = 0;
        for (int i = 0; i < indices.length; i++) {
            sum += (double) weights[indices[i]] * values[i];
        }
        return sum;
    }

    /** Adds a multiple of this vector to weights. */
    void addTo(float[] weights, float factor) {
        for (int i = 0; i < indices.length; i++) {
            weights[indices[i]] += factor * values[i];
        }
    }
}
