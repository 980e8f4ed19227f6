package dev.harrier.attack.classify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which techniques a sentence's words are like. The same sentence gives the same margins on every machine. Immutable and
 * thread-safe; time is linear in the sentence's length.
 */
public final class TechniqueClassifier {
    private final Weights weights;

    TechniqueClassifier(Weights weights) {
        this.weights = weights;
    }

    /**
     * The classifier that Harrier ships, read on first use. Learnt from MITRE ATT&amp;CK's procedure examples and TRAM's sentences; see
     * {@code NOTICE.md} beside the weights.
     */
    public static TechniqueClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    /**
     * The techniques that a sentence is like, by id.
     *
     * @param sentence any text, hostile too
     * @param least the smallest margin of interest
     */
    public List<Likeness> classify(String sentence, double least) {
        requireNonNull(sentence, "sentence is null");
        double[] margins = weights.margins(SentenceFeatures.of(sentence));
        List<Likeness> likenesses = new ArrayList<>();
        for (int label = 0; label < margins.length; label++) {
            if (margins[label] >= least) {
                likenesses.add(new Likeness(weights.labels().get(label), margins[label]));
            }
        }
        return List.copyOf(likenesses);
    }

    private static final class Shipped {
        static final TechniqueClassifier CLASSIFIER = read();

        private static TechniqueClassifier read() {
            try (InputStream in = TechniqueClassifier.class.getResourceAsStream("techniques.weights")) {
                return new TechniqueClassifier(WeightsFormat.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the shipped weights", e);
            }
        }
    }
}
