package dev.harrier.hunt.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Sigma 2 rules from YAML. Stateless and thread-safe. */
public final class SigmaReader {
    private SigmaReader() {}

    /**
     * Reads all rules of a text, one per YAML document.
     *
     * @param yaml the text, hostile; at most 8 Mi code points
     * @param file how problems and rules name it
     * @return the rules in order; those whose log source or logic isn't ours say why
     * @throws SigmaException with every problem found, if any document is no valid rule
     */
    public static List<SigmaRule> read(String yaml, String file) {
        return read(yaml, file, ValueLists.none());
    }

    /**
     * Reads all rules of a text as {@link #read(String, String)} does.
     *
     * @param values what placeholders stand for; a rule with one that has none is unsupported
     */
    public static List<SigmaRule> read(String yaml, String file, ValueLists values) {
        List<SigmaRule> rules = new ArrayList<>();
        List<SigmaProblem> problems = new ArrayList<>();
        for (YamlNode document : YamlTree.documents(yaml, file)) {
            Notes notes = new Notes(file, values);
            Optional<SigmaRule> rule = RuleReader.read(document, notes);
            rule.ifPresent(rules::add);
            problems.addAll(notes.problems());
        }
        if (!problems.isEmpty()) {
            throw new SigmaException(problems);
        }
        return List.copyOf(rules);
    }
}
