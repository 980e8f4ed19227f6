package dev.harrier.article.fetch;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;

/** A server's reply that is no redirect, and what to make of it. */
record Reply(Destination destination, Response response, Limits limits) {
    private static final int NOT_MODIFIED = 304;
    private static final int LONGEST_VALIDATOR = 1024;

    Answer answer(Validators known) throws IOException {
        if (response.code() == NOT_MODIFIED) {
            return Answer.of(new Fetched.NotModified(known));
        }
        if (!response.isSuccessful()) {
            throw new FetchException(
                    destination.shown(),
                    "the server answers %d; %s".formatted(response.code(), wayOut()),
                    RetryAfter.of(
                            response.header("Retry-After", ""),
                            response.headers().getInstant("Date")));
        }
        return Answer.of(page());
    }

    private String wayOut() {
        return switch (response.code()) {
            case 401, 402, 403, 407, 451 -> "it may want a browser or a login: save the page to a file";
            case 404, 410 -> "check the address";
            case 429 -> "it asks for patience: try again later";
            default -> "try again later";
        };
    }

    private Fetched.Page page() throws IOException {
        ContentType type = ContentType.of(response.header("Content-Type", ""));
        if (!type.mayBeAnArticle()) {
            throw problem(
                    FetchException.Kind.NOT_AN_ARTICLE,
                    "holds %s; articles are HTML, text, Markdown, AsciiDoc, PDF, RSS or Atom".formatted(type.type()));
        }
        return new Fetched.Page(destination.url().uri(), body(), type.type(), type.charset(), validators());
    }

    private byte[] body() throws IOException {
        try {
            return Body.read(response, limits.bytes());
        } catch (Body.TooLargeException tooLarge) {
            throw problem(FetchException.Kind.TOO_LARGE, tooLarge.getMessage() + "; save the article alone to a file");
        } catch (Body.UnknownEncodingException packed) {
            throw problem(
                    FetchException.Kind.NOT_AN_ARTICLE,
                    "is packed as %s, which wasn't asked for; save the page to a file".formatted(packed.getMessage()));
        }
    }

    private Validators validators() {
        return new Validators(validator("ETag"), validator("Last-Modified"));
    }

    private Optional<String> validator(String header) {
        return Optional.ofNullable(response.header(header)).filter(value -> value.length() <= LONGEST_VALIDATOR);
    }

    private FetchException problem(FetchException.Kind kind, String problem) {
        return new FetchException(kind, destination.shown(), problem);
    }
}
