package dev.harrier.attack.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model as it was learnt: a plane per label, nothing left out or rounded yet. */
final class Learnt {
    private static final int RAREST_FEATURE = 3;

    private final int[] hashes;
    private final int[] counts;
    private final int sentences;
    private final List<String> labels;
    private final List<float[]> planes;
    private final float[] biases;

    private Learnt(
            int[] hashes, int[] counts, int sentences, List<String> labels, List<float[]> planes, float[] biases) {
        this.hashes = hashes;
        this.counts = counts;
        this.sentences = sentences;
        this.labels = labels;
        this.planes = planes;
        this.biases = biases;
    }

    /** The vocabulary's features, sorted. */
    int[] hashes() {
        return hashes;
    }

    /** In how many sentences each feature stands. */
    int[] counts() {
        return counts;
    }

    int sentences() {
        return sentences;
    }

    /** Sorted. */
    List<String> labels() {
        return labels;
    }

    /** A weight per feature, for each label. */
    List<float[]> planes() {
        return planes;
    }

    /** For each label. */
    float[] biases() {
        return biases;
    }

    /** Learns every label that at least so many sentences bear. */
    static Learnt from(List<LabelledSentence> texts, int rarestLabel) {
        List<int[]> features = texts.parallelStream()
                .map(text -> SentenceFeatures.of(text.text()))
                .toList();
        SortedMap<Integer, Integer> counts = counts(features);
        int[] hashes = counts.keySet().stream().mapToInt(hash -> hash).toArray();
        int[] often = counts.values().stream().mapToInt(count -> count).toArray();
        Vocabulary vocabulary = new Vocabulary(hashes, often, texts.size());
        List<FeatureVector> vectors =
                features.parallelStream().map(vocabulary::vector).toList();
        List<String> labels = labels(texts, rarestLabel);
        List<SupportVectors> planes = labels.parallelStream()
                .map(label -> new SupportVectors(vectors, own(texts, label), costs(texts), hashes.length))
                .toList();
        List<float[]> learnt =
                planes.parallelStream().map(SupportVectors::learn).toList();
        float[] biases = new float[labels.size()];
        IntStream.range(0, biases.length)
                .forEach(label -> biases[label] = planes.get(label).bias());
        return new Learnt(hashes, often, texts.size(), labels, learnt, biases);
    }

    /** The label with the greatest margin. */
    String likeliest(String sentence) {
        FeatureVector vector = new Vocabulary(hashes, counts, sentences).vector(SentenceFeatures.of(sentence));
        int best = IntStream.range(0, labels.size())
                .boxed()
                .max(Comparator.comparingDouble(label -> vector.dot(planes.get(label)) + biases[label]))
                .orElseThrow();
        return labels.get(best);
    }

    private static SortedMap<Integer, Integer> counts(List<int[]> features) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (int[] sentence : features) {
            for (int i = 0; i < sentence.length; i++) {
                if (i == 0 || sentence[i] != sentence[i - 1]) {
                    counts.merge(sentence[i], 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < RAREST_FEATURE);
        return counts;
    }

    private static List<String> labels(List<LabelledSentence> texts, int rarest) {
        Map<String, Long> counts = texts.stream()
                .flatMap(text -> text.labels().stream())
                .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()));
        return new ArrayList<>(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= rarest)
                .map(Map.Entry::getKey)
                .toList());
    }

    private static boolean[] own(List<LabelledSentence> texts, String label) {
        boolean[] own = new boolean[texts.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = texts.get(i).labels().contains(label);
        }
        return own;
    }

    private static double[] costs(List<LabelledSentence> texts) {
        return texts.stream().mapToDouble(LabelledSentence::cost).toArray();
    }
}
