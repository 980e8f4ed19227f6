package dev.harrier.sentinel.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Context;
import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.LogsQueryClientBuilder;
import com.azure.monitor.query.models.LogsQueryOptions;
import com.azure.monitor.query.models.LogsQueryResult;
import com.azure.monitor.query.models.LogsQueryResultStatus;
import com.azure.monitor.query.models.LogsTableCell;
import com.azure.monitor.query.models.LogsTableRow;
import com.azure.monitor.query.models.QueryTimeInterval;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.Window;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Runs one-row queries. At most four at a time, which keeps below the service's limit of five per user. Thread-safe. */
public final class LogsQuery {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 4;

    private final AzureSession session;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private LogsQueryClient client;

    /** On a session; builds the SDK's client on first use. */
    public LogsQuery(AzureSession session) {
        this.session = session;
    }

    /**
     * What a query came to.
     *
     * @param row the one row's cells as text by column; empty without a row
     * @param failure why the service answered nothing
     * @param partial why the row is a lower bound only
     */
    public record Outcome(Map<String, String> row, Optional<String> failure, Optional<String> partial) {
        public Outcome {
            row = Map.copyOf(row);
        }

        static Outcome failed(String why) {
            return new Outcome(Map.of(), Optional.of(why), Optional.empty());
        }
    }

    /**
     * Runs a query over a window.
     *
     * @throws ConnectorException if the service can't be reached or refuses us; what concerns this one query is an outcome
     */
    public Outcome run(String query, Window window) {
        slots.acquireUninterruptibly();
        try {
            return outcome(ask(query, window));
        } catch (HttpResponseException e) {
            return refused(e);
        } catch (UncheckedIOException e) {
            throw new ConnectorException(
                    Kind.UNAVAILABLE,
                    session.settings().target(),
                    "no answer from " + session.settings().endpoints().query() + ": " + e.getMessage(),
                    e);
        } finally {
            slots.release();
        }
    }

    private LogsQueryResult ask(String query, Window window) {
        QueryTimeInterval interval = new QueryTimeInterval(
                window.from().atOffset(ZoneOffset.UTC), window.to().atOffset(ZoneOffset.UTC));
        LogsQueryOptions options =
                new LogsQueryOptions().setServerTimeout(session.settings().queryTimeout());
        return client().queryWorkspaceWithResponse(
                        session.settings().workspaceId(), query, interval, options, Context.NONE)
                .getValue();
    }

    private synchronized LogsQueryClient client() {
        if (client == null) {
            client = new LogsQueryClientBuilder()
                    .credential(session.credential())
                    .endpoint(session.settings().endpoints().query().toString())
                    .httpClient(session.http(session.settings().queryTimeout().plus(GRACE)))
                    .retryPolicy(new RetryPolicy(new FixedDelay(2, Duration.ofMillis(500))))
                    .buildClient();
        }
        return client;
    }

    private static Outcome outcome(LogsQueryResult result) {
        if (result.getQueryResultStatus() == LogsQueryResultStatus.FAILURE || result.getAllTables() == null) {
            return Outcome.failed("the query failed: " + reason(result));
        }
        Optional<String> partial = result.getQueryResultStatus() == LogsQueryResultStatus.SUCCESS
                ? Optional.empty()
                : Optional.of("the result is partial: " + reason(result));
        List<LogsTableRow> rows = result.getTable().getRows();
        return new Outcome(rows.isEmpty() ? Map.of() : cells(rows.get(0)), Optional.empty(), partial);
    }

    private static String reason(LogsQueryResult result) {
        return result.getError() == null
                ? "no reason given"
                : String.valueOf(result.getError().getMessage());
    }

    private static Map<String, String> cells(LogsTableRow row) {
        Map<String, String> cells = new HashMap<>();
        for (LogsTableCell cell : row.getRow()) {
            String value = cell.getValueAsString();
            if (value != null) {
                cells.put(cell.getColumnName(), value);
            }
        }
        return cells;
    }

    private Outcome refused(HttpResponseException e) {
        int status = e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
        String said = QueryError.of(e);
        return switch (status) {
            case 400 -> Outcome.failed("the service rejects the query: " + said);
            case 429 -> Outcome.failed("the service asks to wait (429): " + said);
            case 504 -> Outcome.failed("the query ran out of time: " + said);
            case 401 -> throw failure(Kind.AUTHENTICATION, said);
            case 403 -> throw failure(Kind.FORBIDDEN, said + "; the role Log Analytics Reader is needed");
            default -> throw failure(Kind.UNAVAILABLE, status + " " + said);
        };
    }

    private ConnectorException failure(Kind kind, String message) {
        return new ConnectorException(kind, session.settings().target(), "the query API answers: " + message);
    }
}
