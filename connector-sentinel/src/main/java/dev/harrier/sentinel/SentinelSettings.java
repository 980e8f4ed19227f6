package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A checked configuration of one Sentinel workspace.
 *
 * @param target for messages
 * @param deployment written into every marker
 * @param subscription its GUID
 * @param resourceGroup its name
 * @param workspace the Log Analytics workspace's name
 * @param workspaceId the workspace's GUID, which queries need
 * @param credential how we log in
 * @param endpoints of the cloud in question
 * @param apiVersion of {@code Microsoft.SecurityInsights}
 * @param authority a PEM file with an additional CA, for proxies that open TLS
 * @param timeout of one ARM request
 * @param queryTimeout of one query, at most ten minutes, which is the service's own limit
 */
public record SentinelSettings(
        String target,
        String deployment,
        String subscription,
        String resourceGroup,
        String workspace,
        String workspaceId,
        Credential credential,
        Endpoints endpoints,
        String apiVersion,
        Optional<Path> authority,
        Duration timeout,
        Duration queryTimeout) {
    /** Stable since 2025; the newest that azure-docs name for rules. */
    static final String API_VERSION = "2025-09-01";

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> KNOWN = Set.of(
            "subscription",
            "resource-group",
            "workspace",
            "workspace-id",
            "tenant-id",
            "client-id",
            "arm-endpoint",
            "query-endpoint",
            "authority-host",
            "api-version",
            "ca",
            "timeout",
            "query-timeout");

    /** How we log in. */
    public sealed interface Credential {
        /** An application with a secret. */
        record ClientSecret(String tenant, String client, Secret secret) implements Credential {}

        /** What the environment offers: workload identity, managed identity, Azure CLI, in Azure Identity's order. */
        record Default() implements Credential {}
    }

    /**
     * The cloud's addresses, all https.
     *
     * @param arm of Azure Resource Manager
     * @param query of the Log Analytics query API, {@code /v1} included
     * @param authority of Entra ID
     */
    public record Endpoints(URI arm, URI query, URI authority) {}

    /**
     * Checks settings.
     *
     * @throws ConnectorException of kind CONFIGURATION naming all problems
     */
    public static SentinelSettings of(Settings settings) {
        return new Checker(settings).done();
    }

    private static final class Checker {
        private final Settings settings;
        private final List<String> problems = new ArrayList<>();

        Checker(Settings settings) {
            this.settings = settings;
        }

        SentinelSettings done() {
            unknown();
            SentinelSettings checked = new SentinelSettings(
                    settings.target(),
                    settings.deployment(),
                    matching("subscription", GUID),
                    matching("resource-group", Pattern.compile("[\\w().-]{1,90}")),
                    matching("workspace", Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,88}[A-Za-z0-9]")),
                    matching("workspace-id", GUID),
                    credential(),
                    new Endpoints(
                            https("arm-endpoint", "https://management.azure.com"),
                            https("query-endpoint", "https://api.loganalytics.io/v1"),
                            https("authority-host", "https://login.microsoftonline.com")),
                    settings.value("api-version").orElse(API_VERSION),
                    settings.value("ca").map(Path::of),
                    seconds("timeout", 60),
                    seconds("query-timeout", 180));
            if (!problems.isEmpty()) {
                throw new ConnectorException(
                        ConnectorException.Kind.CONFIGURATION, settings.target(), String.join("; ", problems));
            }
            return checked;
        }

        private void unknown() {
            Set<String> strange = new TreeSet<>(settings.values().keySet());
            strange.removeAll(KNOWN);
            strange.forEach(key -> problems.add("unknown setting " + key + " (known: " + new TreeSet<>(KNOWN) + ")"));
        }

        private String matching(String key, Pattern pattern) {
            String value = settings.value(key).orElse("");
            if (!pattern.matcher(value).matches()) {
                problems.add(key + " is missing or malformed");
            }
            return value;
        }

        private Credential credential() {
            Optional<Secret> secret = settings.secret("client-secret");
            if (secret.isEmpty()) {
                return new Credential.Default();
            }
            return new Credential.ClientSecret(matching("tenant-id", GUID), matching("client-id", GUID), secret.get());
        }

        private URI https(String key, String otherwise) {
            String value = settings.value(key).orElse(otherwise);
            try {
                URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
                if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                problems.add(key + " is no address");
                return URI.create(otherwise);
            }
            problems.add(key + " must be an https address");
            return URI.create(otherwise);
        }

        private Duration seconds(String key, long otherwise) {
            String value = settings.value(key).orElse(Long.toString(otherwise));
            if (!value.matches("[1-9]\\d{0,2}") || Integer.parseInt(value) > 600) {
                problems.add(key + " must be 1 to 600 seconds");
                return Duration.ofSeconds(otherwise);
            }
            return Duration.ofSeconds(Long.parseLong(value));
        }
    }
}
