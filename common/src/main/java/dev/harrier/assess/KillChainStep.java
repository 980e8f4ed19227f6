package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import dev.harrier.attack.Tactic;
import dev.harrier.evidence.Quote;
import java.util.List;

/**
 * A tactic of ATT&amp;CK that the article shows.
 *
 * @param tactic the tactic
 * @param inferred true when it follows only from a technique's tactic, not from the article's words
 * @param rule why it stands here, for people: what words, or which inference
 * @param techniques ids that put it there, sorted
 * @param quote the first words that show it
 */
public record KillChainStep(Tactic tactic, boolean inferred, String rule, List<String> techniques, Quote quote) {
    public KillChainStep {
        requireNonNull(tactic, "tactic is null");
        requireNonNull(rule, "rule is null");
        techniques = List.copyOf(techniques);
        requireNonNull(quote, "quote is null");
    }
}
