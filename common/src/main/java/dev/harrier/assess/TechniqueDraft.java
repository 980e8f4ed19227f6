package dev.harrier.assess;

import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;

/**
 * One ground for a technique.
 *
 * @param margin how much the sentence is like the technique's own, where that is the ground; 0 otherwise
 * @param why for people
 */
record TechniqueDraft(Technique technique, Ground ground, double margin, String why, Quote quote) {
    static TechniqueDraft of(Technique technique, Ground ground, String why, Quote quote) {
        return new TechniqueDraft(technique, ground, 0, why, quote);
    }
}
