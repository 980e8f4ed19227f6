package dev.harrier.hunt.sigma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A YAML value with the line that it starts on (from 1). */
sealed interface YamlNode {
    int line();

    /** A text; {@code plain} if it was written without quotes, so that it may stand for a number, a truth value or null. */
    record Scalar(String text, boolean plain, int line) implements YamlNode {
        private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        boolean isNull() {
            return plain && NULLS.contains(text);
        }

        boolean isInteger() {
            return plain && INTEGER.matcher(text).matches();
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
