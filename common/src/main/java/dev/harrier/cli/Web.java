package dev.harrier.cli;

import dev.harrier.article.Article;
import dev.harrier.article.fetch.FetchException;
import dev.harrier.article.fetch.Fetched;
import dev.harrier.article.fetch.Fetcher;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

/** Fetches what a command line or a feed names; the HTTP client is made, and its classes loaded, at the first fetch. Used by one thread. */
final class Web implements AutoCloseable {
    private final Supplier<Fetcher> maker;
    private Optional<Fetcher> made = Optional.empty();

    /** What came, and from where. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(URI url, byte[] bytes, Optional<Charset> charset) {
        /** The article with the address where it was found, unless it names its own. */
        Article located(Article article) {
            return new Article(
                    article.id(),
                    article.title(),
                    article.source(),
                    article.published(),
                    article.url().or(() -> Optional.of(url)),
                    article.text(),
                    article.blocks());
        }
    }

    Web() {
        this(Fetcher::new);
    }

    Web(Supplier<Fetcher> maker) {
        this.maker = maker;
    }

    static boolean isAddress(String name) {
        return name.regionMatches(true, 0, "http://", 0, 7) || name.regionMatches(true, 0, "https://", 0, 8);
    }

    /** A name fit to be shown: an address loses its query, which may hold a secret; any other name stays as it is. */
    static String shown(String name) {
        return isAddress(name) ? Fetcher.shown(name) : name;
    }

    /**
     * @throws FetchException when there is nothing to be had there
     */
    Answer fetch(String address) {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        Fetched.Page page = made.get().fetch(address);
        return new Answer(page.url(), page.body(), page.charset());
    }

    static ExitCode exitCode(FetchException.Kind kind) {
        return switch (kind) {
            case FORBIDDEN -> ExitCode.USAGE;
            case TOO_LARGE, NOT_AN_ARTICLE -> ExitCode.CONTENT;
            case REDIRECT, TOO_SLOW, STATUS, UNREACHABLE -> ExitCode.REMOTE;
        };
    }

    @Override
    public void close() {
        made.ifPresent(Fetcher::close);
    }
}
