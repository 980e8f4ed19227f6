package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a target looks like to a dialect: table family, macros, indexes. Immutable.
 *
 * @param name for reports, for example {@code cim} or {@code defender}
 * @param options the dialect's own options by name; unknown ones are a configuration error of its connector
 */
public record Profile(String name, Map<String, String> options) {
    public Profile {
        requireNonNull(name, "name is null");
        options = Map.copyOf(new TreeMap<>(options));
    }

    /** An option's value, or the default. */
    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }
}
