package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a user configured for one target. Immutable.
 *
 * @param target the target's name, for errors and reports
 * @param deployment the name written into every marker
 * @param values plain settings by name
 * @param secrets credentials by name, from the environment or files only
 */
public record Settings(String target, String deployment, Map<String, String> values, Map<String, Secret> secrets) {
    public Settings {
        requireNonNull(target, "target is null");
        requireNonNull(deployment, "deployment is null");
        values = Map.copyOf(new TreeMap<>(values));
        secrets = Map.copyOf(secrets);
    }

    /** A setting, if given and not blank. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
    }

    /** A credential, if given. */
    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
