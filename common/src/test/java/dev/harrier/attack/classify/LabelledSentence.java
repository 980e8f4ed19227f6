package dev.harrier.attack.classify;

import java.util.Set;

/**
 * A sentence to learn from.
 *
 * @param group what must not be parted when folds are made: the report that it stands in
 * @param labels the techniques that it tells of; empty when it tells of none
 * @param cost of a mistake on it
 */
record LabelledSentence(String group, String text, Set<String> labels, double cost) {
    LabelledSentence {
        labels = Set.copyOf(labels);
    }

    LabelledSentence withCost(double other) {
        return new LabelledSentence(group, text, labels, other);
    }
}
