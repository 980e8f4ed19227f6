package dev.harrier.sentinel.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Context;
import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.LogsQueryClientBuilder;
import com.azure.monitor.query.models.LogsQueryOptions;
import com.azure.monitor.query.models.LogsQueryResult;
import com.azure.monitor.query.models.QueryTimeInterval;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.Window;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** Runs one-row queries. At most four at a time, which keeps below the service's limit of five per user. Thread-safe. */
public final class LogsQuery {
    /** How many queries run at once; more wait. */
    public static final int AT_ONCE = 4;

    private final AzureSession session;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Scanned scanned = new Scanned();
    private LogsQueryClient client;

    /** On a session; builds the SDK's client on first use. */
    public LogsQuery(AzureSession session) {
        this.session = session;
    }

    /**
     * Runs a query over a window.
     *
     * @throws ConnectorException if the service can't be reached or refuses us; what concerns this one query is an outcome
     */
    public QueryOutcome run(String query, Window window) {
        slots.acquireUninterruptibly();
        try {
            LogsQueryResult result = ask(query, window);
            return Rows.outcome(result).reading(scanned.add(result.getStatistics()));
        } catch (ConnectorException e) {
            throw e;
        } catch (HttpResponseException e) {
            return refused(e);
        } catch (RuntimeException e) {
            return broken(e);
        } finally {
            slots.release();
        }
    }

    /** What all queries so far have read, in bytes; empty if the service told it of none. */
    public OptionalLong scannedBytes() {
        return scanned.bytes();
    }

    /**
     * What the service has against a query, which it runs if it has nothing.
     *
     * @return empty if it took the query
     * @throws ConnectorException if it didn't come to that, for whatever reason
     */
    public Optional<QueryRefusal> refusal(String query, Window window) {
        slots.acquireUninterruptibly();
        try {
            return answered(Rows.outcome(ask(query, window)));
        } catch (ConnectorException e) {
            throw e;
        } catch (HttpResponseException e) {
            if (!IdentityRefusal.is(e) && status(e) == 400) {
                Diagnostics said = Diagnostics.in(String.valueOf(e.getMessage()));
                return Optional.of(new QueryRefusal(said.text(), said.line(), said.column()));
            }
            return answered(refused(e));
        } catch (RuntimeException e) {
            return answered(broken(e));
        } finally {
            slots.release();
        }
    }

    /** An outcome that is no refusal: the service took the query, or couldn't say. */
    private Optional<QueryRefusal> answered(QueryOutcome outcome) {
        outcome.failure().ifPresent(why -> {
            throw new ConnectorException(Kind.UNAVAILABLE, session.settings().target(), why);
        });
        return Optional.empty();
    }

    private static int status(HttpResponseException e) {
        return e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
    }

    private LogsQueryResult ask(String query, Window window) {
        QueryTimeInterval interval = new QueryTimeInterval(
                window.from().atOffset(ZoneOffset.UTC), window.to().atOffset(ZoneOffset.UTC));
        LogsQueryOptions options = new LogsQueryOptions()
                .setServerTimeout(session.settings().queryTimeout())
                .setIncludeStatistics(true);
        return client().queryWorkspaceWithResponse(
                        session.settings().workspaceId(), query, interval, options, Context.NONE)
                .getValue();
    }

    private synchronized LogsQueryClient client() {
        if (client == null) {
            client = new LogsQueryClientBuilder()
                    .credential(session.credential())
                    .endpoint(session.settings().endpoints().query().toString())
                    .httpClient(session.http(session.settings()
                            .queryTimeout()
                            .plus(session.patience().grace())))
                    .retryPolicy(new RetryPolicy(new SdkRetries(session.patience())))
                    .buildClient();
        }
        return client;
    }

    private QueryOutcome refused(HttpResponseException e) {
        if (IdentityRefusal.is(e)) {
            throw IdentityRefusal.of(session.settings().target(), e);
        }
        int status = status(e);
        Diagnostics said = Diagnostics.in(String.valueOf(e.getMessage()));
        return switch (status) {
            case 400 -> QueryOutcome.rejected("the service rejects the query: " + said.text(), said.unresolved());
            case 408, 504 -> QueryOutcome.failed(Kind.UNAVAILABLE, "the query ran out of time: " + said.text());
            case 429 -> QueryOutcome.failed(Kind.THROTTLED, "the service asks to wait (429): " + said.text());
            case 500, 502, 503 ->
                QueryOutcome.failed(Kind.UNAVAILABLE, "the service fails (" + status + "): " + said.text());
            case 401 -> throw failure(Kind.AUTHENTICATION, said.text());
            case 403 -> throw failure(Kind.FORBIDDEN, said.text() + "; the role Log Analytics Reader is needed");
            case 404 -> throw failure(Kind.NOT_FOUND, said.text() + "; check workspace-id");
            default -> throw failure(Kind.UNEXPECTED_RESPONSE, status + " " + said.text());
        };
    }

    private QueryOutcome broken(RuntimeException e) {
        String target = session.settings().target();
        if (IdentityRefusal.is(e)) {
            throw IdentityRefusal.of(target, e);
        }
        if (timedOut(e)) {
            return QueryOutcome.failed(
                    Kind.UNAVAILABLE,
                    "no answer within " + session.settings().queryTimeout().toSeconds() + " seconds and some grace");
        }
        if (Unreadable.is(e)) {
            throw failure(Kind.UNEXPECTED_RESPONSE, "what is no JSON; is a proxy in between?");
        }
        if (Causes.hold(e, IOException.class)) {
            throw new ConnectorException(
                    Kind.UNAVAILABLE,
                    target,
                    "no answer from " + session.settings().endpoints().query() + ": "
                            + Causes.first(e, IOException.class).get().getMessage(),
                    Causes.first(e, IOException.class).get());
        }
        throw failure(
                Kind.UNEXPECTED_RESPONSE,
                "what the SDK fails at: " + e.getClass().getSimpleName());
    }

    /** An answer that doesn't come concerns the query; a connection that doesn't come about concerns the service. */
    private static boolean timedOut(RuntimeException e) {
        boolean connecting = Causes.first(e, InterruptedIOException.class)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .filter(message -> message.contains("connect"))
                .isPresent();
        return !connecting && (Causes.hold(e, InterruptedIOException.class) || Causes.hold(e, TimeoutException.class));
    }

    private ConnectorException failure(Kind kind, String message) {
        return new ConnectorException(kind, session.settings().target(), "the query API answers: " + message);
    }
}
