package dev.harrier.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a page or feed gives as its address. Pure and thread-safe. */
public final class WebAddress {
    private WebAddress() {}

    /** Of a text that is an http or https address with a host; empty for anything else. */
    public static Optional<URI> of(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
