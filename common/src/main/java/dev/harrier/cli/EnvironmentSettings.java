package dev.harrier.cli;

import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import java.util.Collection;
import java.util.List;
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

    /**
     * What was found.
     *
     * @param settings a credential whose file can't be read is among them, and of no use: the connector need not miss it too
     * @param problems of files that should hold a credential
     */
    record Found(Settings settings, List<String> problems) {
        Found {
            problems = List.copyOf(problems);
        }
    }

    Found find(TargetConfiguration target, String deployment) {
        Map<String, String> values = new TreeMap<>(target.settings());
        Map<String, Secret> secrets = new TreeMap<>();
        CredentialFiles files = new CredentialFiles(target.name());
        target.secretFiles().forEach((name, file) -> secrets.put(name, files.read(name, file)));
        target.secretVariables().forEach((name, variable) -> Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> secrets.put(name, Secret.of(value))));
        String prefix = prefix(target.name());
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isBlank() && !isOfAnother(name, prefix)) {
                String key =
                        name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
                put(key, value, values, secrets, files);
            }
        });
        return new Found(new Settings(target.name(), deployment, values, secrets), files.problems());
    }

    private boolean isOfAnother(String name, String prefix) {
        return targets.stream()
                .map(EnvironmentSettings::prefix)
                .anyMatch(other -> other.length() > prefix.length() && name.startsWith(other));
    }

    private static String prefix(String target) {
        return Settings.variable(target, "");
    }

    private static void put(
            String key, String value, Map<String, String> values, Map<String, Secret> secrets, CredentialFiles files) {
        String plain = key.endsWith("-file") ? key.substring(0, key.length() - "-file".length()) : key;
        if (!Secret.NAMES.contains(plain)) {
            values.put(key, value);
        } else {
            secrets.put(plain, plain.equals(key) ? Secret.of(value) : files.read(plain, value));
        }
    }
}
