package dev.harrier.assess;

import dev.harrier.evidence.Quote;
import java.util.Optional;

/**
 * What a family of cues, or of evidence, adds to a leaning.
 *
 * @param weight points for one
 * @param amount how many were counted, saturated
 * @param first where it stands first, if it stands anywhere
 */
record RelevanceFactor(RelevanceWeight weight, double amount, Optional<Quote> first) {
    double points() {
        return weight.points() * Math.min(weight.cap(), amount);
    }

    Reason reason() {
        double signed = weight.leaning().equals(RelevanceWeight.THREAT) ? points() : -points();
        return new Reason((int) Math.round(10 * signed), weight.why(), first);
    }
}
