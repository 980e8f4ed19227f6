package dev.harrier.article.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;

/** What came of a fetch that went well. Immutable, but for the bytes of a page, which are its receiver's. */
public sealed interface Fetched {
    /** To be kept and given to the next fetch of the same address. */
    Validators validators();

    /**
     * An answer with a body.
     *
     * @param url where it came from in the end, after redirects
     * @param body its bytes, unpacked
     * @param contentType its media type in lower case without parameters, empty when the server named none
     * @param charset the encoding that the server named, if Java knows it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Page(URI url, byte[] body, String contentType, Optional<Charset> charset, Validators validators)
            implements Fetched {
        public Page {
            requireNonNull(url, "url is null");
            requireNonNull(body, "body is null");
            requireNonNull(contentType, "contentType is null");
            requireNonNull(charset, "charset is null");
            requireNonNull(validators, "validators is null");
        }
    }

    /** The server says that nothing has changed since the validators that were sent. */
    record NotModified(Validators validators) implements Fetched {
        public NotModified {
            requireNonNull(validators, "validators is null");
        }
    }
}
