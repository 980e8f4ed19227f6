package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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
 * @param proxy an HTTP proxy, through which TLS goes as a tunnel
 * @param policy how rules are run, and which hunts become rules
 * @param profile how hunts are said there
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
        Duration queryTimeout,
        Optional<URI> proxy,
        RulePolicy policy,
        Profile profile) {
    /** Stable since 2025; the newest that azure-docs name for rules. */
    static final String API_VERSION = "2025-09-01";

    /** How we log in, in the words of Azure Identity. */
    public sealed interface Credential {
        /** An application with a secret. */
        record ClientSecret(String tenant, String client, Secret secret) implements Credential {}

        /** An application with a certificate: PEM with its key, or PKCS#12 with or without a password. */
        record Certificate(String tenant, String client, Path file, Optional<Secret> password) implements Credential {}

        /** An application that trusts the tokens of another issuer, one of which stands in a file (Kubernetes and alike). */
        record TokenFile(String tenant, String client, Path file) implements Credential {}

        /**
         * An application that trusts a workflow of GitHub Actions.
         *
         * @param request where the runner gives out its token
         * @param permit what the runner wants to see for it
         */
        record GitHubActions(String tenant, String client, URI request, Secret permit) implements Credential {}

        /** The machine's own; of several the one of the client id. */
        record ManagedIdentity(Optional<String> client) implements Credential {}

        /** Who is logged in with {@code az}. */
        record AzureCli(Optional<String> tenant) implements Credential {}

        /** What the environment offers: workload identity, managed identity, Azure CLI, in Azure Identity's order. */
        record Default(Optional<String> tenant) implements Credential {}
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
     * @param environment variables of this process, where GitHub Actions says how its tokens are had
     * @throws ConnectorException of kind CONFIGURATION naming all problems
     */
    public static SentinelSettings of(Settings settings, Map<String, String> environment) {
        return new SettingsReader(settings, environment).read();
    }
}
