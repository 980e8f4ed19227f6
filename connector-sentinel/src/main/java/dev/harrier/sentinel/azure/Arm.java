package dev.harrier.sentinel.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.sentinel.SentinelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Azure Resource Manager for one workspace. What is busy is asked again; writes are idempotent PUTs guarded by their etag. */
public final class Arm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final int PAGES = 100;
    private static final String WORKSPACE = "2022-10-01";

    private final AzureSession session;
    private final Rest rest;

    /** On a session. */
    public Arm(AzureSession session) {
        this.session = session;
        this.rest = new Rest(session);
    }

    /** Something of Sentinel's, below the workspace's {@code providers/Microsoft.SecurityInsights}. */
    public Resource sentinel(String name) {
        return new Resource(
                "providers/Microsoft.SecurityInsights/" + name,
                session.settings().apiVersion());
    }

    /** The workspace itself. */
    public Resource workspace() {
        return new Resource("", WORKSPACE);
    }

    /** One resource; empty if it isn't there. */
    public Optional<JsonNode> get(Resource resource) {
        try {
            return Optional.of(call(new Request.Builder().url(url(resource)).build()));
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All pages of a collection. A next link that leaves ARM's host is refused: the token would go there. */
    public List<JsonNode> list(Resource resource) {
        List<JsonNode> found = new ArrayList<>();
        HttpUrl url = url(resource);
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = call(new Request.Builder().url(url).build());
            if (!answer.path("value").isArray()) {
                throw failure(Kind.UNEXPECTED_RESPONSE, "ARM's answer holds no list");
            }
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
    public JsonNode put(Resource resource, JsonNode body) {
        RequestBody content = RequestBody.create(text(body), TYPE);
        return call(new Request.Builder().url(url(resource)).put(content).build());
    }

    /** Deletes; what isn't there is deleted. */
    public void delete(Resource resource) {
        try {
            call(new Request.Builder().url(url(resource)).delete().build());
        } catch (ConnectorException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Whether a write was refused because a rule of that id was deleted within a day or so. */
    public static boolean saysRecentlyDeleted(ConnectorException refused) {
        return refused.kind() == Kind.CONFLICT
                && String.valueOf(refused.getMessage()).contains("recently deleted");
    }

    /** Tables and functions that queries know ({@code metadata} of the query API): nothing is searched for it. */
    public JsonNode metadata() {
        SentinelSettings settings = session.settings();
        HttpUrl url = HttpUrl.get(settings.endpoints().query())
                .newBuilder()
                .addPathSegments("workspaces")
                .addPathSegment(settings.workspaceId())
                .addPathSegment("metadata")
                .build();
        return rest.call(new Request.Builder().url(url).build(), session::queryToken);
    }

    /** An empty object. */
    static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private HttpUrl url(Resource resource) {
        SentinelSettings settings = session.settings();
        HttpUrl.Builder builder = HttpUrl.get(settings.endpoints().arm())
                .newBuilder()
                .addPathSegments("subscriptions")
                .addPathSegment(settings.subscription())
                .addPathSegment("resourceGroups")
                .addPathSegment(settings.resourceGroup())
                .addPathSegments("providers/Microsoft.OperationalInsights/workspaces")
                .addPathSegment(settings.workspace());
        for (String segment : resource.path().split("/")) {
            if (!segment.isEmpty()) {
                builder.addPathSegment(segment);
            }
        }
        return builder.addQueryParameter("api-version", resource.apiVersion()).build();
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
        return rest.call(request, session::armToken);
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
}
