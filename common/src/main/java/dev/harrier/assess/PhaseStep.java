package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import dev.harrier.attack.Tactic;
import dev.harrier.evidence.Quote;
import java.util.List;

/**
 * A phase of Lockheed Martin's kill chain that the article shows.
 *
 * @param phase the phase
 * @param inferred true when it follows only from a tactic of ATT&amp;CK, not from the article's words
 * @param rule why it stands here, for people: what words, or which inference
 * @param tactics of the ATT&amp;CK kill chain that belong to it, in order
 * @param quote the first words that show it
 */
public record PhaseStep(KillChainPhase phase, boolean inferred, String rule, List<Tactic> tactics, Quote quote) {
    public PhaseStep {
        requireNonNull(phase, "phase is null");
        requireNonNull(rule, "rule is null");
        tactics = List.copyOf(tactics);
        requireNonNull(quote, "quote is null");
    }
}
