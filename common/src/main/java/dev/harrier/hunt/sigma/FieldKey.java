package dev.harrier.hunt.sigma;

import java.util.List;

/** A detection item's key, {@code Field|modifier|modifier}, taken apart. */
record FieldKey(String field, List<String> modifiers) {
    static FieldKey parse(String key) {
        List<String> parts = List.of(key.split("\\|", -1));
        return new FieldKey(parts.get(0), parts.subList(1, parts.size()));
    }

    FieldKey without(String modifier) {
        return new FieldKey(
                field, modifiers.stream().filter(m -> !m.equals(modifier)).toList());
    }

    boolean has(String modifier) {
        return modifiers.contains(modifier);
    }
}
