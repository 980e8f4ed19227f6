package dev.harrier.sentinel.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import dev.harrier.sentinel.SentinelSettings;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import okhttp3.OkHttpClient;

/** One target's HTTP client and credential. The SDK's classes load on first use, not before. Thread-safe. */
public final class AzureSession implements AutoCloseable {
    private static final Duration LEFT = Duration.ofMinutes(2);

    private final SentinelSettings settings;
    private final Patience patience;
    private OkHttpClient client;
    private TokenCredential credential;
    private final Map<String, AccessToken> tokens = new HashMap<>();

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

    /** A token for ARM. */
    String armToken() {
        return token(settings.endpoints().arm() + "/.default");
    }

    /** A token for the query API, its own address without port and path being the audience, as the SDK has it. */
    String queryToken() {
        return token("https://" + settings.endpoints().query().getHost() + "/.default");
    }

    /** Kept until shortly before it expires. */
    private synchronized String token(String scope) {
        AccessToken token = tokens.get(scope);
        if (token == null
                || token.getExpiresAt()
                        .isBefore(OffsetDateTime.now(ZoneOffset.UTC).plus(LEFT))) {
            token = request(scope);
            tokens.put(scope, token);
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
        GitHubToken gitHub = new GitHubToken(settings.target(), this::client);
        return new Credentials(settings, patience, http(settings.timeout()), gitHub).build();
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
