package dev.harrier.evidence;

import java.util.List;

/**
 * All that was read from an article, each item with its quote, in order of first appearance. Immutable and thread-safe.
 *
 * @param indicators observables that are not known to be benign; unique by type and value
 * @param dropped candidates that were dropped, each with the reason; unique by type and value
 * @param behaviours what attackers did or do, unique by everything but the quote
 * @param techniques technique ids spelt out, each mention
 * @param threats actors, malware and tools named; unique by kind and name
 * @param setAside what the text shows and no attacker is said to have done (advice, negation, instructions); no value of it is also
 *     in {@code behaviours}
 * @param vulnerabilities CVE ids with what the text says about the product; unique by id
 * @param denied names given only to say that what bears them had no part; none of them is also in {@code threats}
 */
public record Evidence(
        List<Indicator> indicators,
        List<DroppedCandidate> dropped,
        List<Behaviour> behaviours,
        List<TechniqueMention> techniques,
        List<NamedThreat> threats,
        List<SetAside> setAside,
        List<Vulnerability> vulnerabilities,
        List<DeniedThreat> denied) {
    public Evidence {
        indicators = List.copyOf(indicators);
        dropped = List.copyOf(dropped);
        behaviours = List.copyOf(behaviours);
        techniques = List.copyOf(techniques);
        threats = List.copyOf(threats);
        setAside = List.copyOf(setAside);
        vulnerabilities = List.copyOf(vulnerabilities);
        denied = List.copyOf(denied);
    }

    /** Evidence in which no name is denied. */
    public Evidence(
            List<Indicator> indicators,
            List<DroppedCandidate> dropped,
            List<Behaviour> behaviours,
            List<TechniqueMention> techniques,
            List<NamedThreat> threats,
            List<SetAside> setAside,
            List<Vulnerability> vulnerabilities) {
        this(indicators, dropped, behaviours, techniques, threats, setAside, vulnerabilities, List.of());
    }

    /** Evidence with nothing set aside and no vulnerabilities. */
    public Evidence(
            List<Indicator> indicators,
            List<DroppedCandidate> dropped,
            List<Behaviour> behaviours,
            List<TechniqueMention> techniques,
            List<NamedThreat> threats) {
        this(indicators, dropped, behaviours, techniques, threats, List.of(), List.of());
    }
}
