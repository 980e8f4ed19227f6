package dev.harrier.splunk.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.splunk.Args;
import com.splunk.Service;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.SplunkSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Splunk's REST interface, JSON in all answers. Thread-safe: every call uses an SDK service of its own on one shared connection pool.
 * Reads are repeated when splunkd is busy; a write is sent again only when splunkd said that it did not take it (429, or no free search
 * slot).
 */
public final class Splunkd implements AutoCloseable {
    private static final Set<Kind> BUSY = Set.of(Kind.UNAVAILABLE, Kind.THROTTLED);
    private static final Set<Kind> NOT_TAKEN = Set.of(Kind.THROTTLED);

    private final SplunkSettings settings;
    private final Clients clients;
    private final Login login;
    private final Retry retry;

    /** Prepares; does no I/O but reading the CA file. */
    public Splunkd(SplunkSettings settings, Waiting waiting) {
        this.settings = settings;
        this.clients = Transport.clients(settings);
        this.login = new Login(settings, clients);
        this.retry = new Retry(waiting, settings.timeout());
    }

    /**
     * Reads.
     *
     * @param path below the app's namespace, for example {@code saved/searches}; segments encoded by {@link #segment}
     * @return the answer, an empty object if splunkd has none yet (204)
     * @throws ConnectorException if there is no usable answer
     */
    public JsonNode get(String path, Map<String, String> parameters) {
        return get(path, parameters, List.of());
    }

    /**
     * Reads some fields only of each entry.
     *
     * @param fields the keys of {@code content} that are wanted; all if empty
     */
    public JsonNode get(String path, Map<String, String> parameters, List<String> fields) {
        Args args = args(parameters);
        if (!fields.isEmpty()) {
            args.put("f", fields.toArray(new String[0]));
        }
        return retry.on(BUSY, exchange -> call(exchange, service -> service.get(path, args)));
    }

    /** Reads as {@link #get} does, where splunkd wants a POST for it. */
    public JsonNode ask(String path, Map<String, String> parameters) {
        Args args = args(parameters);
        return retry.on(BUSY, exchange -> call(exchange, service -> service.post(path, args)));
    }

    /**
     * Writes, at most once.
     *
     * @throws ConnectorException if splunkd refuses, or if it is unknown whether it has done it (kinds UNAVAILABLE and
     *     UNEXPECTED_RESPONSE)
     */
    public JsonNode post(String path, Map<String, String> parameters) {
        Args args = args(parameters);
        return retry.on(NOT_TAKEN, exchange -> call(exchange, service -> service.post(path, args)));
    }

    /** Deletes, at most once. Errors as {@link #post}. */
    public void delete(String path) {
        Args args = args(Map.of());
        retry.on(NOT_TAKEN, exchange -> call(exchange, service -> service.delete(path, args)));
    }

    /** Encodes one segment of a path. */
    public static String segment(String name) {
        return Args.encode(name).replace("+", "%20");
    }

    @Override
    public void close() {
        clients.close();
    }

    private static Args args(Map<String, String> parameters) {
        Args args = new Args();
        args.putAll(parameters);
        args.put("output_mode", "json");
        return args;
    }

    private JsonNode call(Exchange exchange, Consumer<Service> call) {
        try {
            login.with(exchange, call);
        } catch (ConnectorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Refusal.of(settings, login, exchange, e);
        }
        return Answer.object(settings, exchange);
    }
}
