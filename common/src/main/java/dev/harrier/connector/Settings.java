package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
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

    /** The environment variable that sets a setting or a credential of a target: {@code HARRIER_SPLUNK_URL} is {@code url} of {@code splunk}. */
    public static String variable(String target, String name) {
        return "HARRIER_" + shouted(target) + "_" + shouted(name);
    }

    private static String shouted(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** A setting's or credential's name for a message, with the environment variable that sets it: {@code url (HARRIER_SPLUNK_URL)}. */
    public String named(String name) {
        return name + " (" + variable(target, name) + ")";
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
