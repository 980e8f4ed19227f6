package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an analyst would conclude from reading the article. Immutable and thread-safe.
 *
 * @param relevance is it about a threat
 * @param severity how grave on paper
 * @param techniques by id, unique
 * @param killChain by ATT&amp;CK, in the order of {@link dev.harrier.attack.Tactic}
 * @param phases by Lockheed Martin, in the order of {@link KillChainPhase}
 */
public record Assessment(
        Relevance relevance,
        PaperSeverity severity,
        List<TechniqueFinding> techniques,
        List<KillChainStep> killChain,
        List<PhaseStep> phases) {
    public Assessment {
        requireNonNull(relevance, "relevance is null");
        requireNonNull(severity, "severity is null");
        techniques = List.copyOf(techniques);
        killChain = List.copyOf(killChain);
        phases = List.copyOf(phases);
    }

    /** Without phases. */
    public Assessment(
            Relevance relevance,
            PaperSeverity severity,
            List<TechniqueFinding> techniques,
            List<KillChainStep> killChain) {
        this(relevance, severity, techniques, killChain, List.of());
    }
}
