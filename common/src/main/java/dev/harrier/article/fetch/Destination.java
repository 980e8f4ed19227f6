package dev.harrier.article.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** An address that may be asked: http or https, no credentials in it, and a host that the policy lets through. */
record Destination(HttpUrl url) {
    private static final Pattern QUAD = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");
    private static final int LONGEST = 8192;

    /**
     * @throws FetchException of kind FORBIDDEN when it may not
     */
    static Destination of(String address, AddressPolicy policy) {
        HttpUrl url = address.length() > LONGEST ? null : HttpUrl.parse(address);
        if (url == null) {
            throw forbidden(shown(address), "is no http or https address; give one, or a file");
        }
        return of(url, policy);
    }

    static Destination of(HttpUrl url, AddressPolicy policy) {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw forbidden(shown(url), "holds credentials, which aren't sent; take them out of the address");
        }
        String host = url.host().toLowerCase(Locale.ROOT);
        Optional<String> refusal = isNumeric(host) ? ofLiteral(url, host, policy) : policy.refusal(host);
        if (refusal.isPresent()) {
            throw forbidden(
                    shown(url),
                    "not fetched, for its host is %s; save the page to a file if you trust it"
                            .formatted(refusal.get()));
        }
        return new Destination(url);
    }

    private static boolean isNumeric(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return host.indexOf(':') >= 0 || NUMBER.matcher(last).matches();
    }

    /** OkHttp resolves literals past its {@code Dns}; and {@code 127.1} or {@code 0x7f000001} are no way to write an honest one. */
    @SuppressWarnings("AddressSelection")
    private static Optional<String> ofLiteral(HttpUrl url, String host, AddressPolicy policy) {
        if (host.indexOf(':') < 0 && !QUAD.matcher(host).matches()) {
            throw forbidden(shown(url), "its host is a disguised number; write the address in full");
        }
        try {
            return policy.refusal(InetAddress.getByName(host));
        } catch (UnknownHostException noLiteral) {
            throw forbidden(shown(url), "its host is no address; write it in full");
        }
    }

    private static FetchException forbidden(String address, String problem) {
        return new FetchException(FetchException.Kind.FORBIDDEN, address, problem);
    }

    String shown() {
        return shown(url);
    }

    /** Fit for people and logs: what may be secret in an address is its query, its fragment and its credentials. */
    static String shown(HttpUrl url) {
        return url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString();
    }

    /** The same for what is no such address. */
    static String shown(String address) {
        String plain = address.split("[?#\\s]", 2)[0];
        String bare = plain.replaceFirst("//[^/]*@", "//");
        return bare.substring(0, Math.min(200, bare.length()));
    }
}
