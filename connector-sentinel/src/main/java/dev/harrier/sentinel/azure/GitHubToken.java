package dev.harrier.sentinel.azure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.sentinel.SentinelSettings.Credential;
import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The token by which a job of GitHub Actions proves who it is (docs.github.com, "OpenID Connect reference"). */
final class GitHubToken {
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String target;
    private final Supplier<OkHttpClient> client;

    GitHubToken(String target, Supplier<OkHttpClient> client) {
        this.target = target;
        this.client = client;
    }

    String of(Credential.GitHubActions actions) {
        HttpUrl url = HttpUrl.get(actions.request())
                .newBuilder()
                .setQueryParameter("audience", AUDIENCE)
                .build();
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + actions.permit().reveal())
                .build();
        try (Response response = client.get().newCall(request).execute()) {
            String token = JSON.readTree(response.body().byteStream().readNBytes(LARGEST))
                    .path("value")
                    .asText();
            if (response.isSuccessful() && !token.isEmpty()) {
                return token;
            }
            throw new ConnectorException(
                    Kind.AUTHENTICATION, target, "GitHub Actions gives no token: it answers " + response.code());
        } catch (IOException e) {
            throw new ConnectorException(Kind.UNAVAILABLE, target, "GitHub Actions gives no token: no readable answer");
        }
    }
}
