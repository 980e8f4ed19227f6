package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A detection that a site runs and that is none of ours: a saved search, an analytics rule. Immutable.
 *
 * @param name for people, as the SIEM shows it
 * @param techniques ATT&amp;CK ids that it is annotated with
 * @param text its query, hostile
 */
public record ExistingRule(String name, List<String> techniques, String text) {
    public ExistingRule {
        requireNonNull(name, "name is null");
        techniques = List.copyOf(techniques);
        requireNonNull(text, "text is null");
    }
}
