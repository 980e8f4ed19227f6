package dev.harrier.hunt.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YAML value and where it stands. Immutable. */
public sealed interface MarkedYaml {
    /** Where the value begins. */
    YamlMark mark();

    /**
     * A text.
     *
     * @param value its meaning, escapes undone and folds joined
     * @param source tells where each character of the value was written
     */
    record Text(String value, YamlMark mark, TextSource source) implements MarkedYaml {
        /** Where the value's character at an offset was written; at the end, where the value ends. */
        public YamlMark at(int offset) {
            return source.at(offset);
        }

        /** Where a line and column (1-based) of the value were written. */
        public YamlMark at(int line, int column) {
            return source.at(line, column);
        }
    }

    /** A list. */
    record Items(List<MarkedYaml> items, YamlMark mark) implements MarkedYaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping, in the order of the text; of keys that stand twice, the first.
     *
     * @param entries values by key
     * @param keys where each key stands
     * @param repeated where keys stand again
     */
    record Fields(Map<String, MarkedYaml> entries, Map<String, YamlMark> keys, List<Text> repeated, YamlMark mark)
            implements MarkedYaml {
        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
            repeated = List.copyOf(repeated);
        }

        /** The value of a key. */
        public Optional<MarkedYaml> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** Where a key stands; the mapping's own place if it has no such key. */
        public YamlMark keyMark(String key) {
            return keys.getOrDefault(key, mark);
        }
    }

    /** This value's text, empty for lists, mappings and nothing. */
    default Optional<Text> text() {
        return this instanceof Text text ? Optional.of(text) : Optional.empty();
    }

    /** The texts of a list, or the one text that stands for a list. */
    default List<Text> texts() {
        if (this instanceof Items items) {
            return items.items().stream().flatMap(item -> item.text().stream()).toList();
        }
        return text().stream().toList();
    }
}
