package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import dev.harrier.attack.Tactic;
import dev.harrier.evidence.Quote;
import java.util.List;

/**
 * A tactic of ATT&amp;CK that the article shows.
 *
 * @param tactic the tactic
 * @param basis what it rests on
 * @param rule why it stands here, for people: what words, or which inference
 * @param techniques ids that put it there, sorted
 * @param quote the first words that show it
 */
public record KillChainStep(Tactic tactic, Basis basis, String rule, List<String> techniques, Quote quote) {
    /** What a step may rest on. */
    public enum Basis {
        /** Words of the article that name the tactic. */
        WORDS,
        /** A technique that is shown and has this tactic only. */
        TECHNIQUE,
        /** A technique that is shown and has several tactics, of which this is the first. */
        ONE_OF_SEVERAL
    }

    public KillChainStep {
        requireNonNull(basis, "basis is null");
        requireNonNull(tactic, "tactic is null");
        requireNonNull(rule, "rule is null");
        techniques = List.copyOf(techniques);
        requireNonNull(quote, "quote is null");
    }

    /** Whether it follows only from a technique, not from words that name the tactic. */
    public boolean inferred() {
        return basis != Basis.WORDS;
    }
}
