package dev.harrier.cli;

import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A target's settings from the environment: {@code HARRIER_SPLUNK_URL} is {@code url} of {@code splunk}. What holds a credential goes
 * to the secrets; {@code …_FILE} names a file that holds it.
 */
final class EnvironmentSettings {
    private static final Set<String> SECRETS =
            Set.of("token", "session-key", "password", "client-secret", "client-keys-password");

    private EnvironmentSettings() {}

    static Settings read(String target, String deployment, Map<String, String> environment) {
        String prefix = "HARRIER_" + target.toUpperCase(Locale.ROOT) + "_";
        Map<String, String> values = new TreeMap<>();
        Map<String, Secret> secrets = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isBlank()) {
                put(name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-'), value, values, secrets);
            }
        });
        return new Settings(target, deployment, values, secrets);
    }

    private static void put(String key, String value, Map<String, String> values, Map<String, Secret> secrets) {
        String plain = key.endsWith("-file") ? key.substring(0, key.length() - "-file".length()) : key;
        if (!SECRETS.contains(plain)) {
            values.put(key, value);
        } else {
            secrets.put(plain, Secret.of(plain.equals(key) ? value : content(value)));
        }
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the secret's file " + file, e);
        }
    }
}
