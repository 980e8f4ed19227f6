package dev.harrier.splunk.sdk;

import com.splunk.Service;
import dev.harrier.splunk.SplunkSettings;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

/** The SDK's service on our transport. One per call: the SDK's is not thread-safe and cheap to make. */
final class SplunkService extends Service {
    private final Exchange exchange;
    private final Clients clients;

    SplunkService(SplunkSettings settings, Clients clients, String token, Exchange exchange) {
        super(arguments(settings, token));
        this.clients = clients;
        this.exchange = exchange;
    }

    private static Map<String, Object> arguments(SplunkSettings settings, String token) {
        URI url = settings.url();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("scheme", url.getScheme());
        arguments.put("host", url.getHost());
        arguments.put("port", url.getPort() < 0 ? 8089 : url.getPort());
        arguments.put("owner", settings.owner());
        arguments.put("app", settings.app());
        arguments.put("token", token);
        return arguments;
    }

    // The constructor that Java deprecates later is the only one that takes a handler.
    @SuppressWarnings("deprecation")
    @Override
    public URL getUrl(String path) {
        try {
            return new URL(null, getPrefix() + path, new Transport(clients, exchange));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }
}
