package dev.harrier.attack.classify;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights as bytes, big-endian: version; sentences learnt from; labels (name, scale, bias); features in the order of their hashes
 * (hash, sentences with it, cells); then each feature's cells (label's number, weight). {@code WeightsWriter} in the tests writes it.
 */
final class WeightsFormat {
    static final int VERSION = 1;

    private WeightsFormat() {}

    static Weights read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("weights of version " + version + ", not " + VERSION);
        }
        int sentences = in.readInt();
        int labels = in.readInt();
        List<String> names = new ArrayList<>();
        float[] scales = new float[labels];
        float[] biases = new float[labels];
        for (int label = 0; label < labels; label++) {
            names.add(in.readUTF());
            scales[label] = in.readFloat();
            biases[label] = in.readFloat();
        }
        return readFeatures(in, sentences, names, scales, biases);
    }

    private static Weights readFeatures(
            DataInputStream in, int sentences, List<String> names, float[] scales, float[] biases) throws IOException {
        int features = in.readInt();
        int[] hashes = new int[features];
        int[] counts = new int[features];
        int[] rows = new int[features + 1];
        for (int feature = 0; feature < features; feature++) {
            hashes[feature] = in.readInt();
            counts[feature] = in.readUnsignedShort();
            rows[feature + 1] = rows[feature] + in.readUnsignedShort();
        }
        short[] columns = new short[rows[features]];
        for (int cell = 0; cell < columns.length; cell++) {
            columns[cell] = (short) in.readUnsignedByte();
        }
        byte[] cells = in.readNBytes(columns.length);
        Vocabulary vocabulary = new Vocabulary(hashes, counts, sentences);
        return new Weights(names, biases, scales, vocabulary, rows, columns, cells);
    }
}
