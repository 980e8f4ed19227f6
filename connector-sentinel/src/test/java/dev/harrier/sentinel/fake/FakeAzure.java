package dev.harrier.sentinel.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Entra ID, Azure Resource Manager and the query API of one workspace, with state, over HTTPS. Hand-written from documentation, the
 * API's schema and third parties' logs: no byte of it was recorded from a real service.
 */
public final class FakeAzure implements AutoCloseable {
    /** The one secret that is accepted. */
    public static final String SECRET = "s3cr3t-0f-th3-f4k3";
    /** The token that is handed out for it. */
    public static final String TOKEN = "t0k3n-0f-th3-f4k3";
    /** What a job of GitHub Actions must show. */
    public static final String PERMIT = "p3rm1t-0f-th3-f4k3";
    /** The other issuer's token that is accepted. */
    public static final String ASSERTION = "4ss3rt10n-0f-th3-f4k3";
    /** The tenant, client, subscription and workspace alike. */
    public static final String GUID = "11111111-2222-3333-4444-555555555555";

    private static final Pattern SCOPE = Pattern.compile("https?://[^ &]+/\\.default");

    private final WireMockServer server;
    private final Map<Operation, Deque<Failure>> failures = new EnumMap<>(Operation.class);
    private final List<Operation> seen = new ArrayList<>();
    private final ReadWriteLock inHand = new ReentrantReadWriteLock(true);
    private final List<String> scopes = new ArrayList<>();
    private boolean quoting;
    private FakeRules rules = new FakeRules();
    private FakeQueries queries = new FakeQueries();
    private FakeSearches searches = new FakeSearches();
    private FakeWorkspace workspace = new FakeWorkspace();
    private int delay;
    private long refused;
    private final Bucket writes = new Bucket(200, 10);
    private boolean throttling;
    private int interruptAt;
    private Runnable interrupt = () -> {};

    /** Starts it on a free port. */
    public FakeAzure() {
        server = new WireMockServer(options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(FakeKeys.get().store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(FakeKeys.PASSWORD)
                .keyManagerPassword(FakeKeys.PASSWORD)
                .containerThreads(40)
                .disableRequestJournal()
                .extensions(new Transformer()));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(new ResponseDefinitionBuilder().withTransformers("fake-azure")));
    }

    /** Its address, without a path. */
    public URI address() {
        return URI.create("https://localhost:" + server.httpsPort());
    }

    /** The certificate to trust. */
    public Path certificate() {
        return FakeKeys.get().certificate;
    }

    /** A PKCS#12 store with the certificate and its key. */
    public Path keyStore() {
        return FakeKeys.get().store;
    }

    /** What opens it. */
    public String keyStorePassword() {
        return FakeKeys.PASSWORD;
    }

    /** Its rules. */
    public FakeRules rules() {
        return rules;
    }

    /** Its query API. */
    public FakeQueries queries() {
        return queries;
    }

    /** Its saved searches. */
    public FakeSearches searches() {
        return searches;
    }

    /** The workspace itself. */
    public FakeWorkspace workspace() {
        return workspace;
    }

    /** How many milliseconds each answer takes. */
    public synchronized void latency(int millis) {
        delay = millis;
    }

    /** Refuses writes beyond ARM's token bucket from now on. */
    public synchronized void throttle() {
        throttling = true;
    }

    /** How many writes were refused for that. */
    public synchronized long refused() {
        return refused;
    }

    /** Runs something when as many requests came from now on, before the last of them is answered. */
    public synchronized void interruptAt(int request, Runnable what) {
        interruptAt = seen.size() + request;
        interrupt = what;
    }

    /** How many requests came, once all are carried out: those of a client that was killed meanwhile, too. */
    public int settled() {
        inHand.writeLock().lock();
        try {
            return requests();
        } finally {
            inHand.writeLock().unlock();
        }
    }

    /** How many requests came. */
    public synchronized int requests() {
        return seen.size();
    }

    /** Lets the next requests of a kind fail. */
    public synchronized void fail(Operation operation, Failure failure, int times) {
        for (int i = 0; i < times; i++) {
            failures.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(failure);
        }
    }

    /** Lets nothing fail from now on. */
    public synchronized void recover() {
        failures.clear();
    }

    /** Lets Entra ID quote what it refuses, which the real one isn't known to do. */
    public synchronized void quoteRefused() {
        quoting = true;
    }

    /** What tokens were asked for. */
    public synchronized List<String> scopes() {
        return List.copyOf(scopes);
    }

    /** How many requests of a kind came. */
    public synchronized long requests(Operation operation) {
        return seen.stream().filter(operation::equals).count();
    }

    /** An empty workspace. */
    public synchronized void reset() {
        rules = new FakeRules();
        queries = new FakeQueries();
        searches = new FakeSearches();
        workspace = new FakeWorkspace();
        interruptAt = 0;
        quoting = false;
        failures.clear();
        seen.clear();
        scopes.clear();
    }

    @Override
    public void close() {
        server.stop();
    }

    private synchronized ResponseDefinition answer(Request request) {
        Operation operation = Operation.of(request);
        seen.add(operation);
        if (seen.size() == interruptAt) {
            interrupt.run();
        }
        if (throttling && operation.name().startsWith("PUT") && !writes.take()) {
            refused++;
            return Failure.BUSY.response().build();
        }
        Deque<Failure> due = failures.getOrDefault(operation, new ArrayDeque<>());
        if (due.isEmpty()) {
            ResponseDefinitionBuilder answer = done(operation, request);
            return delay == 0 ? answer.build() : answer.withFixedDelay(delay).build();
        }
        Failure failure = due.remove();
        if (failure == Failure.ANSWER_LOST) {
            done(operation, request);
        }
        return failure.response().build();
    }

    private ResponseDefinitionBuilder done(Operation operation, Request request) {
        if (operation == Operation.TOKEN) {
            return token(request);
        }
        if (operation == Operation.GITHUB) {
            boolean permitted = ("Bearer " + PERMIT).equals(request.getHeader("Authorization"))
                    && request.getUrl().contains("audience=api");
            return permitted
                    ? Answers.json(200, Answers.object().put("value", ASSERTION))
                    : Answers.error(401, "Unauthorized", "No.");
        }
        if (operation == Operation.IDENTITY) {
            return identity(request);
        }
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            return Answers.error(401, "AuthenticationFailed", "Authentication failed.");
        }
        String name = request.getUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        return switch (operation) {
            case LIST -> rules.list(request, address().toString());
            case GET -> rules.get(name);
            case PUT -> rules.put(name, request.getBodyAsString());
            case DELETE -> rules.remove(name);
            case QUERY -> queries.run(request);
            case METADATA -> workspace.metadata();
            case LIST_SEARCHES -> searches.list();
            case GET_SEARCH -> searches.get(name);
            case PUT_SEARCH -> searches.put(name, request.getBodyAsString());
            case DELETE_SEARCH -> searches.delete(name);
            case WORKSPACE -> workspace.itself();
            case ONBOARDING -> workspace.onboarding();
            case PERMISSIONS -> workspace.permissions();
            case WATCHLISTS -> workspace.watchlists();
            default -> Answers.error(404, "NotFound", "The fake knows no " + request.getMethod() + " of this.");
        };
    }

    /** The endpoint of a managed identity in App Service and Functions. */
    private static ResponseDefinitionBuilder identity(Request request) {
        return PERMIT.equals(request.getHeader("X-IDENTITY-HEADER"))
                ? Answers.json(
                        200,
                        Answers.object()
                                .put("access_token", TOKEN)
                                .put("expires_on", "4070908800")
                                .put("resource", "https://localhost")
                                .put("token_type", "Bearer"))
                : Answers.error(401, "Unauthorized", "No.");
    }

    private ResponseDefinitionBuilder token(Request request) {
        String form = URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8);
        SCOPE.matcher(form).results().map(MatchResult::group).forEach(scopes::add);
        ResponseDefinitionBuilder answer = proves(form) && form.contains("client_id=" + GUID)
                ? Answers.json(
                        200,
                        Answers.object()
                                .put("token_type", "Bearer")
                                .put("expires_in", 3599)
                                .put("access_token", TOKEN))
                : Answers.json(
                        401,
                        Answers.object()
                                .put("error", "invalid_client")
                                .put(
                                        "error_description",
                                        "AADSTS7000215: Invalid client secret provided. " + (quoting ? form : "")));
        String correlation = request.getHeader("client-request-id");
        return correlation == null ? answer : answer.withHeader("client-request-id", correlation);
    }

    /** By the secret, by another issuer's token, or by a token signed with our certificate's key, which isn't looked into. */
    private static boolean proves(String form) {
        return form.contains("client_secret=" + SECRET)
                || form.contains("client_assertion=" + ASSERTION)
                || form.matches("(?s).*client_assertion=[\\w-]{20,}\\.[\\w-]{20,}\\.[\\w-]{20,}.*");
    }

    private final class Transformer implements ResponseDefinitionTransformerV2 {
        @Override
        public String getName() {
            return "fake-azure";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            inHand.readLock().lock();
            try {
                return answer(event.getRequest());
            } finally {
                inHand.readLock().unlock();
            }
        }
    }
}
