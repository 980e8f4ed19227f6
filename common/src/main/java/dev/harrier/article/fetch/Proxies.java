package dev.harrier.article.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Chooses the proxy for an address. Java's own properties ({@code https.proxyHost}, {@code http.nonProxyHosts}…) decide where they are
 * set; else {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, in either case, as curl reads them.
 */
final class Proxies extends ProxySelector {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Map<String, String> environment;
    private final boolean propertiesDecide;

    Proxies(Map<String, String> environment, boolean propertiesDecide) {
        this.environment = Map.copyOf(environment);
        this.propertiesDecide = propertiesDecide;
    }

    /** Of this process. */
    static Proxies ofProcess() {
        boolean set = List.of("https.proxyHost", "http.proxyHost", "socksProxyHost").stream()
                .anyMatch(name -> System.getProperty(name) != null);
        return new Proxies(System.getenv(), set || Boolean.getBoolean("java.net.useSystemProxies"));
    }

    @Override
    public List<Proxy> select(URI uri) {
        requireNonNull(uri, "uri is null");
        if (propertiesDecide) {
            return ProxySelector.getDefault().select(uri);
        }
        Optional<HttpUrl> proxy = address(uri.getScheme());
        return proxy.isEmpty() || isExempt(uri) ? DIRECT : List.of(proxy(proxy.get()));
    }

    /** Resolved here: OkHttp then connects to it without asking the checked name service, which knows nothing of proxies. */
    @SuppressWarnings("AddressSelection")
    private static Proxy proxy(HttpUrl address) {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.host(), address.port()));
    }

    /** The credentials of the proxy at that host and port, from its address in the environment. */
    Optional<HttpUrl> credentials(InetSocketAddress proxy) {
        return List.of("https", "http").stream()
                .flatMap(scheme -> address(scheme).stream())
                .filter(url -> !url.username().isEmpty())
                .filter(url -> url.port() == proxy.getPort() && url.host().equals(proxy.getHostString()))
                .findFirst();
    }

    private Optional<HttpUrl> address(String scheme) {
        return variable(scheme + "_proxy")
                .or(() -> variable("all_proxy"))
                .map(text -> HttpUrl.parse(text.contains("://") ? text : "http://" + text));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private boolean isExempt(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return SEPARATOR
                .splitAsStream(variable("no_proxy").orElse("").toLowerCase(Locale.ROOT))
                .anyMatch(entry -> entry.equals("*") || matches(host, entry));
    }

    private static boolean matches(String host, String entry) {
        String name = entry.startsWith("*.") ? entry.substring(2) : entry.startsWith(".") ? entry.substring(1) : entry;
        return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // The fetch fails with it.
    }
}
