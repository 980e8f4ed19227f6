package dev.harrier.sentinel.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.sentinel.SentinelSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Azure Resource Manager for one workspace. Reads are retried when it is busy; writes are idempotent PUTs guarded by their etag. */
public final class Arm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final int PAGES = 100;

    private final AzureSession session;

    /** On a session. */
    public Arm(AzureSession session) {
        this.session = session;
    }

    /** One resource, below the workspace's {@code providers/Microsoft.SecurityInsights}; empty if it isn't there. */
    public Optional<JsonNode> get(String path) {
        try {
            return Optional.of(call(new Request.Builder().url(url(path)).build()));
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All pages of a collection. A next link that leaves ARM's host is refused: the token would go there. */
    public List<JsonNode> list(String path) {
        List<JsonNode> found = new ArrayList<>();
        HttpUrl url = url(path);
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = call(new Request.Builder().url(url).build());
            answer.path("value").forEach(found::add);
            String next = answer.path("nextLink").asText("");
            if (next.isEmpty()) {
                return found;
            }
            url = checked(next);
        }
        throw failure(Kind.UNEXPECTED_RESPONSE, "a list of more than " + PAGES + " pages");
    }

    /** Creates or replaces. */
    public JsonNode put(String path, JsonNode body) {
        RequestBody content = RequestBody.create(text(body), TYPE);
        return call(new Request.Builder().url(url(path)).put(content).build());
    }

    private HttpUrl url(String path) {
        SentinelSettings settings = session.settings();
        HttpUrl.Builder builder = HttpUrl.get(settings.endpoints().arm())
                .newBuilder()
                .addPathSegments("subscriptions")
                .addPathSegment(settings.subscription())
                .addPathSegment("resourceGroups")
                .addPathSegment(settings.resourceGroup())
                .addPathSegments("providers/Microsoft.OperationalInsights/workspaces")
                .addPathSegment(settings.workspace())
                .addPathSegments("providers/Microsoft.SecurityInsights");
        for (String segment : path.split("/")) {
            builder.addPathSegment(segment);
        }
        return builder.addQueryParameter("api-version", settings.apiVersion()).build();
    }

    private HttpUrl checked(String next) {
        HttpUrl arm = HttpUrl.get(session.settings().endpoints().arm());
        HttpUrl url = HttpUrl.parse(next);
        if (url == null || !url.isHttps() || !url.host().equals(arm.host()) || url.port() != arm.port()) {
            throw failure(Kind.UNEXPECTED_RESPONSE, "the list goes on at another host, which is refused");
        }
        return url;
    }

    private JsonNode call(Request request) {
        for (int attempt = 1; ; attempt++) {
            Reply reply = send(request);
            if (!Patience.busy(reply.status) || !session.patience().lasts(attempt, reply.retryAfter)) {
                return ArmAnswer.of(session.settings(), request.method(), reply.status, reply.body);
            }
            session.patience().rest(attempt, reply.retryAfter);
        }
    }

    private Reply send(Request request) {
        Request authorised = request.newBuilder()
                .header("Authorization", "Bearer " + session.armToken())
                .build();
        try (Response response = client().newCall(authorised).execute()) {
            byte[] body = response.body().byteStream().readNBytes(ArmAnswer.LARGEST + 1);
            return new Reply(response.code(), body, response.header("Retry-After", ""));
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.UNAVAILABLE,
                    session.settings().target(),
                    "no answer from " + session.settings().endpoints().arm() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The read timeout starts anew with each byte; this one bounds the whole call. */
    private OkHttpClient client() {
        return session.client()
                .newBuilder()
                .callTimeout(session.settings().timeout())
                .build();
    }

    private static byte[] text(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is always JSON", e);
        }
    }

    private ConnectorException failure(Kind kind, String message) {
        return new ConnectorException(kind, session.settings().target(), message);
    }

    // Equality is never asked for.
    private static final class Reply {
        private final int status;
        private final byte[] body;
        private final String retryAfter;

        Reply(int status, byte[] body, String retryAfter) {
            this.status = status;
            this.body = body;
            this.retryAfter = retryAfter;
        }
    }
}
