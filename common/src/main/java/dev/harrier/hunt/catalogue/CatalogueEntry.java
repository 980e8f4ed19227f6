package dev.harrier.hunt.catalogue;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaRule;
import java.util.List;
import java.util.Locale;

/**
 * A hunt of the catalogue and the evidence that selects it: one of its techniques <em>and</em> one of its executables, fragments
 * or words. Immutable and thread-safe.
 *
 * @param rule a supported rule
 * @param executables base names of programs, lower case: selects when an article describes one being run
 * @param fragments lower-case texts: selects when a command line, path, registry value, service or task of the article holds one
 * @param words lower-case phrases: selects when the article's text holds one as whole words
 */
public record CatalogueEntry(SigmaRule rule, List<String> executables, List<String> fragments, List<String> words) {
    public CatalogueEntry {
        requireNonNull(rule, "rule is null");
        executables = lowered(executables);
        fragments = lowered(fragments);
        words = lowered(words);
        if (rule.logic().isEmpty()) {
            throw new IllegalArgumentException(rule.file() + " has no logic of ours: " + rule.unsupported());
        }
    }

    /**
     * An entry of a rule: with the evidence that its {@code harrier} section gives, else with what its own tests ask for
     * (program names, and texts of at least five characters).
     */
    static CatalogueEntry of(SigmaRule rule) {
        List<String> executables = rule.harrier().getOrDefault("executables", List.of());
        List<String> fragments = rule.harrier().getOrDefault("fragments", List.of());
        List<String> words = rule.harrier().getOrDefault("words", List.of());
        boolean said = !(executables.isEmpty() && fragments.isEmpty() && words.isEmpty());
        return said ? new CatalogueEntry(rule, executables, fragments, words) : OwnTests.entry(rule);
    }

    /** The hunt, as if no article had selected it. */
    public Hunt hunt() {
        return rule.toHunt();
    }

    /** Whether a technique of an article is one of the rule's, or the parent or a child of one. */
    public boolean concerns(String technique) {
        return rule.techniques().stream()
                .anyMatch(own ->
                        own.equals(technique) || own.startsWith(technique + ".") || technique.startsWith(own + "."));
    }

    private static List<String> lowered(List<String> texts) {
        return texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
    }
}
