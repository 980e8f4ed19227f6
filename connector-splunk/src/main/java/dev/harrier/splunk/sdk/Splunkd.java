package dev.harrier.splunk.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.splunk.Args;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.SplunkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Splunk's REST interface, JSON in all answers. Thread-safe: every call uses an SDK service of its own on one shared connection pool.
 * Reads are retried when splunkd is busy; writes are sent exactly once.
 */
public final class Splunkd implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 3;

    private final SplunkSettings settings;
    private final OkHttpClient client;
    private final Login login;

    /** Prepares; does no I/O. */
    public Splunkd(SplunkSettings settings) {
        this.settings = settings;
        this.client = Transport.client(settings);
        this.login = new Login(settings, client);
    }

    /**
     * Reads.
     *
     * @param path below the app's namespace, for example {@code saved/searches}; segments encoded by {@link #segment}
     * @throws ConnectorException if there is no usable answer
     */
    public JsonNode get(String path, Map<String, String> parameters) {
        return again(() -> call(path, parameters, true));
    }

    /**
     * Writes, once.
     *
     * @throws ConnectorException if splunkd refuses, or if it is unknown whether it has done it (kind UNAVAILABLE)
     */
    public JsonNode post(String path, Map<String, String> parameters) {
        return call(path, parameters, false);
    }

    /** Encodes one segment of a path. */
    public static String segment(String name) {
        return Args.encode(name).replace("+", "%20");
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private JsonNode again(Supplier<JsonNode> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (ConnectorException e) {
                boolean passing = e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.THROTTLED;
                if (!passing || attempt == ATTEMPTS) {
                    throw e;
                }
                Backoff.pause(attempt);
            }
        }
    }

    private JsonNode call(String path, Map<String, String> parameters, boolean read) {
        Args args = new Args();
        args.putAll(parameters);
        args.put("output_mode", "json");
        Exchange exchange = new Exchange();
        try {
            login.with(exchange, service -> read ? service.get(path, args) : service.post(path, args));
        } catch (ConnectorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Refusal.of(settings, exchange, e);
        }
        if (exchange.status() < 200 || exchange.status() >= 300) {
            throw notJson(null);
        }
        return parsed(exchange.body());
    }

    private JsonNode parsed(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw notJson(null);
    }

    private ConnectorException notJson(Throwable cause) {
        return new ConnectorException(
                Kind.UNEXPECTED_RESPONSE,
                settings.target(),
                "the answer is no JSON object; is " + settings.url() + " splunkd's management port, or a proxy's page?",
                cause);
    }
}
