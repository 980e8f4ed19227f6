package dev.harrier.splunk.sdk;

import dev.harrier.splunk.SplunkSettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Gives the SDK connections that are really OkHttp calls. */
final class Transport extends URLStreamHandler {
    /** As many as threads may use one target at once: a connection that is dropped costs a TLS handshake. */
    private static final int IDLE_CONNECTIONS = 32;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Clients clients;
    private final Exchange exchange;

    Transport(Clients clients, Exchange exchange) {
        this.clients = clients;
        this.exchange = exchange;
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new OkHttpConnection(url, clients, exchange);
    }

    private static void through(SplunkSettings.WebProxy proxy, OkHttpClient.Builder builder) {
        URI url = proxy.url();
        builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(url.getHost(), url.getPort())));
        proxy.login().ifPresent(login -> builder.proxyAuthenticator(new ProxyLogin(login)));
    }

    /** The clients of one target: their own trust, their own pool; nothing in them is global to the process. */
    static Clients clients(SplunkSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                // Its race of addresses lets a bare InterruptedException through.
                .fastFallback(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(settings.timeout())
                .callTimeout(settings.timeout());
        settings.proxy().ifPresent(proxy -> through(proxy, builder));
        new Trust(settings).applyTo(builder);
        return Clients.of(builder.build());
    }
}
