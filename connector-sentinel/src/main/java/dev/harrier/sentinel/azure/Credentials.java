package dev.harrier.sentinel.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import dev.harrier.sentinel.SentinelSettings;
import dev.harrier.sentinel.SentinelSettings.Credential;

/** Azure Identity's credential for each of our settings, over our own HTTP client. */
final class Credentials {
    private final SentinelSettings settings;
    private final Patience patience;
    private final HttpClient http;
    private final GitHubToken gitHub;

    Credentials(SentinelSettings settings, Patience patience, HttpClient http, GitHubToken gitHub) {
        this.settings = settings;
        this.patience = patience;
        this.http = http;
        this.gitHub = gitHub;
    }

    TokenCredential build() {
        Credential credential = settings.credential();
        if (credential instanceof Credential.ClientSecret secret) {
            return known(new ClientSecretCredentialBuilder()
                            .clientSecret(secret.secret().reveal())
                            .tenantId(secret.tenant())
                            .clientId(secret.client()))
                    .build();
        }
        if (credential instanceof Credential.Certificate certificate) {
            return certificate(certificate);
        }
        if (credential instanceof Credential.TokenFile file) {
            return known(new WorkloadIdentityCredentialBuilder()
                            .tokenFilePath(file.file().toString())
                            .tenantId(file.tenant())
                            .clientId(file.client()))
                    .build();
        }
        return credential instanceof Credential.GitHubActions actions ? actions(actions) : found(credential);
    }

    private TokenCredential certificate(Credential.Certificate certificate) {
        String file = certificate.file().toString();
        ClientCertificateCredentialBuilder builder = known(new ClientCertificateCredentialBuilder()
                .tenantId(certificate.tenant())
                .clientId(certificate.client()));
        return file.endsWith(".pem")
                ? builder.pemCertificate(file).build()
                : builder.pfxCertificate(file)
                        .clientCertificatePassword(certificate
                                .password()
                                .map(secret -> secret.reveal())
                                .orElse(null))
                        .build();
    }

    private TokenCredential actions(Credential.GitHubActions actions) {
        return known(new ClientAssertionCredentialBuilder()
                        .clientAssertion(() -> gitHub.of(actions))
                        .tenantId(actions.tenant())
                        .clientId(actions.client()))
                .build();
    }

    /** What the machine offers. */
    private TokenCredential found(Credential credential) {
        if (credential instanceof Credential.ManagedIdentity identity) {
            ManagedIdentityCredentialBuilder builder = common(new ManagedIdentityCredentialBuilder());
            identity.client().ifPresent(builder::clientId);
            return builder.build();
        }
        if (credential instanceof Credential.AzureCli cli) {
            AzureCliCredentialBuilder builder = new AzureCliCredentialBuilder();
            cli.tenant().ifPresent(builder::tenantId);
            return builder.build();
        }
        DefaultAzureCredentialBuilder builder = common(new DefaultAzureCredentialBuilder()
                .authorityHost(settings.endpoints().authority().toString())
                .disableInstanceDiscovery());
        ((Credential.Default) credential).tenant().ifPresent(builder::tenantId);
        return builder.build();
    }

    /** The authority is the user's word: asking Microsoft's public cloud whether it is one would go out of a sovereign one. */
    private <T extends AadCredentialBuilderBase<T>> T known(T builder) {
        return common(builder.authorityHost(settings.endpoints().authority().toString())
                .disableInstanceDiscovery());
    }

    private <T extends CredentialBuilderBase<T>> T common(T builder) {
        return builder.httpClient(http)
                .retryPolicy(new RetryPolicy(new SdkRetries(patience)))
                .addPolicy(new LogInStatus(settings.target()));
    }
}
