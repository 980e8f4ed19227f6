package dev.harrier.deploy;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which rules hold which words: their place in the list, by word. Quotes, wildcards and escapes of a query end a word. */
final class RuleWords {
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<String, BitSet> byTechnique = new HashMap<>();
    private final Map<String, Integer> byTitle = new HashMap<>();

    RuleWords(List<ExistingRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            add(i, rules.get(i));
        }
    }

    private void add(int rule, ExistingRule existing) {
        byTitle.putIfAbsent(plain(existing.name()), rule);
        words(existing.name() + " " + existing.text()).forEach(word -> set(byWord, word, rule));
        existing.techniques().forEach(id -> set(byTechnique, id.toUpperCase(Locale.ROOT), rule));
    }

    private static void set(Map<String, BitSet> index, String key, int rule) {
        index.computeIfAbsent(key, k -> new BitSet()).set(rule);
    }

    /** The rule of this very title, but for case and punctuation. */
    Optional<Integer> titled(String title) {
        return Optional.ofNullable(byTitle.get(plain(title)));
    }

    /** The rules that hold all words of a value; none if it has no word. */
    BitSet holding(String value) {
        BitSet holding = new BitSet();
        boolean first = true;
        for (String word : words(value)) {
            BitSet rules = byWord.getOrDefault(word, new BitSet());
            if (first) {
                holding.or(rules);
            } else {
                holding.and(rules);
            }
            first = false;
        }
        return holding;
    }

    BitSet holdingAny(Collection<String> values) {
        BitSet any = new BitSet();
        values.forEach(value -> any.or(holding(value)));
        return any;
    }

    BitSet annotated(Collection<String> techniques) {
        BitSet any = new BitSet();
        techniques.forEach(id -> any.or(byTechnique.getOrDefault(id, new BitSet())));
        return any;
    }

    /** Runs of letters, digits, dots, hyphens and underscores, lower case; dots and hyphens at their ends are a wildcard's rest. */
    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && isPart(text.charAt(i));
            if (part && from < 0) {
                from = i;
            } else if (!part && from >= 0) {
                add(words, text, from, i);
                from = -1;
            }
        }
        return words;
    }

    private static void add(Set<String> words, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            words.add(text.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static String plain(String title) {
        return String.join(" ", new TreeSet<>(words(title)));
    }
}
