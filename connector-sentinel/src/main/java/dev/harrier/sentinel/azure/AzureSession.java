package dev.harrier.sentinel.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import dev.harrier.sentinel.SentinelSettings;
import dev.harrier.sentinel.SentinelSettings.Credential;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import okhttp3.OkHttpClient;

/** One target's HTTP client and credential. The SDK's classes load on first use, not before. Thread-safe. */
public final class AzureSession implements AutoCloseable {
    private static final Duration LEFT = Duration.ofMinutes(2);

    private final SentinelSettings settings;
    private final Patience patience;
    private OkHttpClient client;
    private TokenCredential credential;
    private AccessToken token;

    /** Prepares; does no I/O. */
    public AzureSession(SentinelSettings settings, Patience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    SentinelSettings settings() {
        return settings;
    }

    Patience patience() {
        return patience;
    }

    /** Reads the file with the additional CA on first use. */
    synchronized OkHttpClient client() {
        if (client == null) {
            client = Trust.client(settings);
        }
        return client;
    }

    /** A token for ARM, kept until shortly before it expires. */
    synchronized String armToken() {
        if (token == null
                || token.getExpiresAt()
                        .isBefore(OffsetDateTime.now(ZoneOffset.UTC).plus(LEFT))) {
            token = request(settings.endpoints().arm() + "/.default");
        }
        return token.getToken();
    }

    private AccessToken request(String scope) {
        try {
            return credential().getTokenSync(new TokenRequestContext().addScopes(scope));
        } catch (RuntimeException e) {
            throw IdentityRefusal.of(settings.target(), e);
        }
    }

    synchronized TokenCredential credential() {
        if (credential == null) {
            credential = build();
        }
        return credential;
    }

    private TokenCredential build() {
        String authority = settings.endpoints().authority().toString();
        if (settings.credential() instanceof Credential.ClientSecret secret) {
            return new ClientSecretCredentialBuilder()
                    .tenantId(secret.tenant())
                    .clientId(secret.client())
                    .clientSecret(secret.secret().reveal())
                    .authorityHost(authority)
                    .disableInstanceDiscovery()
                    .httpClient(http(settings.timeout()))
                    .retryPolicy(new RetryPolicy(new SdkRetries(patience)))
                    .addPolicy(new LogInStatus(settings.target()))
                    .build();
        }
        return new DefaultAzureCredentialBuilder()
                .authorityHost(authority)
                .httpClient(http(settings.timeout()))
                .retryPolicy(new RetryPolicy(new SdkRetries(patience)))
                .addPolicy(new LogInStatus(settings.target()))
                .build();
    }

    /** The SDK's client over ours. The builder's timeouts override OkHttp's own, so they are set here. */
    HttpClient http(Duration timeout) {
        return new OkHttpAsyncHttpClientBuilder(client())
                .readTimeout(timeout)
                .responseTimeout(timeout)
                .build();
    }

    @Override
    public synchronized void close() {
        if (client == null) {
            return;
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
