package dev.harrier.attack.classify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a learnt model as {@link WeightsFormat} reads it: each label's heaviest weights only, in a byte each. */
final class WeightsWriter {
    private static final int LARGEST = 127;
    private final Learnt learnt;
    private final float[] scales;
    private final float[] least;

    /** @param kept how many weights of each label are written; features that none of these needs are left out */
    WeightsWriter(Learnt learnt, int kept) {
        this.learnt = learnt;
        this.scales = new float[learnt.labels().size()];
        this.least = new float[scales.length];
        for (int label = 0; label < scales.length; label++) {
            float[] sizes = sizes(learnt.planes().get(label));
            scales[label] = Math.max(sizes[sizes.length - 1] / LARGEST, Float.MIN_NORMAL);
            least[label] = sizes[Math.max(0, sizes.length - kept)];
        }
    }

    private static float[] sizes(float[] plane) {
        float[] sizes = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            sizes[i] = Math.abs(plane[i]);
        }
        Arrays.sort(sizes);
        return sizes;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(WeightsFormat.VERSION);
        out.writeInt(learnt.sentences());
        out.writeInt(learnt.labels().size());
        for (int label = 0; label < scales.length; label++) {
            out.writeUTF(learnt.labels().get(label));
            out.writeFloat(scales[label]);
            out.writeFloat(learnt.biases()[label]);
        }
        writeFeatures(out);
        return bytes.toByteArray();
    }

    private void writeFeatures(DataOutputStream out) throws IOException {
        List<int[]> rows = new ArrayList<>();
        int[] used = IntStream.range(0, learnt.hashes().length)
                .filter(feature -> labels(feature).length > 0)
                .toArray();
        out.writeInt(used.length);
        for (int feature : used) {
            rows.add(labels(feature));
            out.writeInt(learnt.hashes()[feature]);
            out.writeShort(learnt.counts()[feature]);
            out.writeShort(rows.get(rows.size() - 1).length);
        }
        for (int[] row : rows) {
            for (int label : row) {
                out.writeByte(label);
            }
        }
        for (int i = 0; i < used.length; i++) {
            for (int label : rows.get(i)) {
                out.writeByte(cell(label, used[i]));
            }
        }
    }

    private int[] labels(int feature) {
        return IntStream.range(0, scales.length)
                .filter(label ->
                        Math.abs(learnt.planes().get(label)[feature]) >= least[label] && cell(label, feature) != 0)
                .toArray();
    }

    private int cell(int label, int feature) {
        return Math.round(learnt.planes().get(label)[feature] / scales[label]);
    }
}
