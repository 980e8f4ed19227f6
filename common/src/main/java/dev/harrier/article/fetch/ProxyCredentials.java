package dev.harrier.article.fetch;

import java.net.InetSocketAddress;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Answers a proxy that asks for credentials with those of its own address, once; nobody else ever gets them. */
record ProxyCredentials(Proxies proxies) implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    @Override
    public Request authenticate(Route route, Response response) {
        if (route == null || !(route.proxy().address() instanceof InetSocketAddress proxy)) {
            return null;
        }
        Optional<HttpUrl> known = proxies.credentials(proxy);
        boolean tried = response.request().header(HEADER) != null && !preemptive(response);
        if (known.isEmpty() || tried) {
            return null;
        }
        String value = Credentials.basic(known.get().username(), known.get().password());
        return response.request().newBuilder().header(HEADER, value).build();
    }

    /** OkHttp asks before it connects, too, with a made-up answer. */
    private static boolean preemptive(Response response) {
        return response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"));
    }
}
