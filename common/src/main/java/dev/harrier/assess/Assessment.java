package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an analyst would conclude from reading the article. Immutable and thread-safe.
 *
 * @param relevance is it about a threat
 * @param severity how grave on paper
 * @param techniques by id, unique
 * @param killChain in the order of {@link dev.harrier.attack.Tactic}
 */
public record Assessment(
        Relevance relevance, PaperSeverity severity, List<TechniqueFinding> techniques, List<KillChainStep> killChain) {
    public Assessment {
        requireNonNull(relevance, "relevance is null");
        requireNonNull(severity, "severity is null");
        techniques = List.copyOf(techniques);
        killChain = List.copyOf(killChain);
    }
}
