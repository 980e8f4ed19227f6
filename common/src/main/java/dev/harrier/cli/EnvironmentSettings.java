package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A target's settings: what the configuration says, then the environment over it. {@code HARRIER_SPLUNK_URL} is {@code url} of the target
 * {@code splunk}. What holds a credential goes to the secrets; {@code …_FILE} names a file that holds it.
 */
final class EnvironmentSettings {
    private final Map<String, String> environment;
    private final Collection<String> targets;

    /**
     * Reads from an environment.
     *
     * @param targets names of all targets: what begins with a longer one is that one's
     */
    EnvironmentSettings(Map<String, String> environment, Collection<String> targets) {
        this.environment = environment;
        this.targets = targets;
    }

    Settings read(TargetConfiguration target, String deployment) {
        Map<String, String> values = new TreeMap<>(target.settings());
        Map<String, Secret> secrets = new TreeMap<>();
        target.secretFiles().forEach((name, file) -> secrets.put(name, Secret.of(content(file))));
        target.secretVariables().forEach((name, variable) -> Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> secrets.put(name, Secret.of(value))));
        String prefix = prefix(target.name());
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isBlank() && !isOfAnother(name, prefix)) {
                put(name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-'), value, values, secrets);
            }
        });
        return new Settings(target.name(), deployment, values, secrets);
    }

    private boolean isOfAnother(String name, String prefix) {
        return targets.stream()
                .map(EnvironmentSettings::prefix)
                .anyMatch(other -> other.length() > prefix.length() && name.startsWith(other));
    }

    private static String prefix(String target) {
        return "HARRIER_" + target.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_";
    }

    private static void put(String key, String value, Map<String, String> values, Map<String, Secret> secrets) {
        String plain = key.endsWith("-file") ? key.substring(0, key.length() - "-file".length()) : key;
        if (!Secret.NAMES.contains(plain)) {
            values.put(key, value);
        } else {
            secrets.put(plain, Secret.of(plain.equals(key) ? value : content(value)));
        }
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file), UTF_8).strip();
        } catch (IOException e) {
            throw new UnreadableException("cannot read the secret's file " + file + ": " + e, e);
        }
    }
}
