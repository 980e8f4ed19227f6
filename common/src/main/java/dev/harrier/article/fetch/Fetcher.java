package dev.harrier.article.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches articles and feeds over http and https, from hosts that an {@link AddressPolicy} lets through. Sends no cookie, no credential
 * and no referrer; follows redirects itself, checking each as if it had been asked for, and never from https to http. Thread-safe.
 *
 * <p>The addresses that a name resolves to are checked before the connection and are the very ones connected to. Behind a proxy
 * ({@code https.proxyHost}, {@code HTTPS_PROXY}, {@code NO_PROXY}…) the proxy resolves names, so that only names and literal
 * addresses can be checked here; where a name leads is then the proxy's to decide. The proxy's own address isn't checked: its owner
 * chose it.
 */
public final class Fetcher implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String ACCEPTED =
            "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/pdf,"
                    + "text/markdown,text/plain;q=0.9,application/xml;q=0.8,text/xml;q=0.8";

    private final AddressPolicy policy;
    private final Limits limits;
    private final OkHttpClient client;

    /** One for production: the public Internet, {@link Limits#DEFAULT}, the proxies of this process. */
    public Fetcher() {
        this(AddressPolicy.publicInternet(), Limits.DEFAULT);
    }

    public Fetcher(AddressPolicy policy, Limits limits) {
        this(policy, limits, Proxies.ofProcess(), Dns.SYSTEM);
    }

    Fetcher(AddressPolicy policy, Limits limits, Proxies proxies, Dns resolver) {
        this.policy = requireNonNull(policy, "policy is null");
        this.limits = requireNonNull(limits, "limits is null");
        client = new OkHttpClient.Builder()
                .dns(new CheckedDns(policy, resolver))
                .proxySelector(proxies)
                .proxyAuthenticator(new ProxyCredentials(proxies))
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .build();
    }

    /**
     * Fetches an address, whole.
     *
     * @see #fetch(String, Validators)
     */
    public Fetched.Page fetch(String address) {
        Fetched fetched = fetch(address, Validators.NONE);
        if (fetched instanceof Fetched.Page page) {
            return page;
        }
        throw new FetchException(
                FetchException.Kind.STATUS,
                Destination.shown(address),
                "the server says that nothing has changed, though it wasn't asked; try again later");
    }

    /**
     * Fetches an address unless it is unchanged.
     *
     * @param address an http or https address as its user wrote it, or as a feed did
     * @param known what the last fetch of it gave; with {@link Validators#NONE} the answer is a page
     * @throws FetchException when there is no article to be had there
     */
    public Fetched fetch(String address, Validators known) {
        requireNonNull(known, "known is null");
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        Destination destination = Destination.of(address, policy);
        for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
            Answer answer = ask(destination, known, deadline);
            if (answer.fetched().isPresent()) {
                return answer.fetched().get();
            }
            destination = next(destination, answer.location());
        }
        throw new FetchException(
                FetchException.Kind.REDIRECT,
                destination.shown(),
                "more than %d redirects; give the address that they lead to".formatted(limits.redirects()));
    }

    private Answer ask(Destination destination, Validators known, long deadline) {
        okhttp3.Call call = client.newCall(request(destination.url(), known));
        call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return REDIRECTS.contains(response.code())
                    ? Answer.redirect(response.header("Location", ""))
                    : new Reply(destination, response, limits).answer(known);
        } catch (IOException failure) {
            throw failed(destination, failure);
        }
    }

    private static Request request(HttpUrl url, Validators known) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", "Harrier (threat-intelligence reader)")
                .header("Accept", ACCEPTED)
                .header("Accept-Encoding", "gzip");
        known.entityTag().ifPresent(tag -> request.header("If-None-Match", tag));
        known.lastModified().ifPresent(date -> request.header("If-Modified-Since", date));
        return request.build();
    }

    private Destination next(Destination from, String location) {
        HttpUrl to = location.isBlank() ? null : from.url().resolve(location);
        if (to == null) {
            throw new FetchException(
                    FetchException.Kind.REDIRECT,
                    from.shown(),
                    "redirects to what is no http or https address; give the article's own address");
        }
        if (from.url().isHttps() && !to.isHttps()) {
            throw new FetchException(
                    FetchException.Kind.REDIRECT,
                    from.shown(),
                    "redirects from https to http, where anybody may change it; save the page to a file if you trust it");
        }
        return Destination.of(to, policy);
    }

    private FetchException failed(Destination destination, IOException failure) {
        String address = destination.shown();
        if (failure instanceof ForbiddenAddressException) {
            String problem = "not fetched, for " + failure.getMessage() + "; save the page to a file if you trust it";
            return new FetchException(FetchException.Kind.FORBIDDEN, address, problem, failure);
        }
        if (failure instanceof InterruptedIOException) {
            String problem = "no whole answer within %d s; try again, or save the page to a file"
                    .formatted(limits.deadline().toSeconds());
            return new FetchException(FetchException.Kind.TOO_SLOW, address, problem, failure);
        }
        String problem = "can't be fetched (%s); check the address and the network".formatted(failure.getMessage());
        return new FetchException(FetchException.Kind.UNREACHABLE, address, problem, failure);
    }

    /**
     * How an address may be shown to people and in logs: without its query, its fragment and its credentials, any of which may be secret.
     *
     * @param address as its user or a feed wrote it; it need not be one
     */
    public static String shown(String address) {
        return Destination.shown(address);
    }

    /** Closes idle connections. Fetches under way end as they would have. */
    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
