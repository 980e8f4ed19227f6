package dev.harrier.evidence;

import java.util.List;

/**
 * All that was read from an article, each item with its quote, in order of first appearance. Immutable and thread-safe.
 *
 * @param indicators observables that are not known to be benign; unique by type and value
 * @param dropped candidates that were dropped, each with the reason; unique by type and value
 * @param behaviours what was done, unique by everything but the quote
 * @param techniques technique ids spelt out, each mention
 * @param threats actors, malware and tools named; unique by kind and name
 */
public record Evidence(
        List<Indicator> indicators,
        List<DroppedCandidate> dropped,
        List<Behaviour> behaviours,
        List<TechniqueMention> techniques,
        List<NamedThreat> threats) {
    public Evidence {
        indicators = List.copyOf(indicators);
        dropped = List.copyOf(dropped);
        behaviours = List.copyOf(behaviours);
        techniques = List.copyOf(techniques);
        threats = List.copyOf(threats);
    }
}
