package dev.harrier.hunt.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site puts for the placeholders of Sigma's modifier {@code expand}, such as {@code %domain_controller_hostnames%}. Immutable.
 *
 * @param byName values as a Sigma rule would write them, so that {@code *} and {@code ?} are wildcards; at least one each
 */
public record ValueLists(Map<String, List<String>> byName) {
    /** More values of one item make a query that no SIEM takes. */
    private static final int MOST = 10_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("%([A-Za-z0-9_.-]{1,100})%");

    public ValueLists {
        Map<String, List<String>> copy = new TreeMap<>();
        byName.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        byName = Map.copyOf(copy);
    }

    /** No values for anything. */
    public static ValueLists none() {
        return new ValueLists(Map.of());
    }

    /**
     * Reads a YAML mapping: each name with its value or list of values.
     *
     * @param file how problems name it
     * @throws SigmaException with every problem found
     */
    public static ValueLists read(String yaml, String file) {
        Notes notes = new Notes(file);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (YamlNode document : YamlTree.documents(yaml, file)) {
            if (document instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach((name, node) -> lists.put(name, values(name, node, notes)));
            } else {
                notes.problem(document, "values are given as a mapping of names to lists");
            }
        }
        if (!notes.problems().isEmpty()) {
            throw new SigmaException(notes.problems());
        }
        return new ValueLists(lists);
    }

    private static List<String> values(String name, YamlNode node, Notes notes) {
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        List<String> values = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                values.add(scalar.text());
            } else {
                notes.problem(item, "a value of \"" + name + "\" must be a single text or number");
            }
        }
        if (items.isEmpty()) {
            notes.problem(node, "\"" + name + "\" has no values");
        }
        return values;
    }

    /** All that a text with placeholders stands for; empty when a note says why. */
    Optional<List<String>> expanded(String text, Notes notes) {
        List<String> texts = List.of(text);
        for (String name : new TreeSet<>(names(text))) {
            List<String> values = byName.getOrDefault(name, List.of());
            if (values.isEmpty()) {
                return notes.unsupported("modifier expand: the placeholder %" + name + "% has no values; "
                        + (byName.isEmpty()
                                ? "none are given"
                                : "given are " + String.join(", ", new TreeSet<>(byName.keySet()))));
            }
            if ((long) texts.size() * values.size() > MOST) {
                return notes.unsupported("modifier expand: \"" + text + "\" stands for more than " + MOST + " values");
            }
            texts = texts.stream()
                    .flatMap(each -> values.stream().map(value -> each.replace("%" + name + "%", value)))
                    .toList();
        }
        return Optional.of(texts);
    }

    private static List<String> names(String text) {
        Matcher places = PLACEHOLDER.matcher(text);
        return places.results().map(place -> place.group(1)).toList();
    }
}
