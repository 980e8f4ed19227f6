package dev.harrier.evidence;

import java.util.List;

/**
 * What an article names, and what only looked like it, in order of first appearance. Immutable and thread-safe.
 *
 * @param indicators observables that are not known to be benign; unique by type and value
 * @param dropped candidates that were dropped, each with the reason; unique by type and value
 */
public record Indicators(List<Indicator> indicators, List<DroppedCandidate> dropped) {
    public Indicators {
        indicators = List.copyOf(indicators);
        dropped = List.copyOf(dropped);
    }
}
