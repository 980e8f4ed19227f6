package dev.harrier.assess;

import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;
import java.util.regex.Pattern;

/**
 * One ground for a technique.
 *
 * @param margin how much the sentence is like the technique's own, where that is the ground; 0 otherwise
 * @param why for people
 */
record TechniqueDraft(Technique technique, Ground ground, double margin, String why, Quote quote) {
    private static final Pattern WORD = Pattern.compile("(?<![^\\s*|(\\[\"'`])\\p{L}{3,40}(?![^\\s*|)\\],;:.!?\"'`])");

    /** Whether it shows the technique without any other: a rule does, and a sentence on the examples' side of the border. */
    boolean speaksForItself() {
        return ground.isRule() || margin >= 0;
    }

    /** Whether its quote says anything: a list of hashes, hosts or detection names does not. */
    boolean hasWords() {
        return WORD.matcher(quote.text()).find();
    }

    static TechniqueDraft of(Technique technique, Ground ground, String why, Quote quote) {
        return new TechniqueDraft(technique, ground, 0, why, quote);
    }
}
