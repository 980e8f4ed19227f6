package dev.harrier.article.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * An address that gave no article. The message names the address (without its query and without credentials), what went wrong and the
 * way out; it is meant for people.
 */
public final class FetchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The address is no http or https one, holds credentials, or leads to a host that the policy refuses. Nothing was sent there. */
        FORBIDDEN,
        /** Too many redirects, or one from https to http or to nowhere. */
        REDIRECT,
        /** More bytes than the limits allow, on the wire or unpacked. */
        TOO_LARGE,
        /** The deadline passed. */
        TOO_SLOW,
        /** Bytes of a type that no article has, or packed in a way that isn't understood. */
        NOT_AN_ARTICLE,
        /** The server answered with an error. */
        STATUS,
        /** No connection, or one that broke. */
        UNREACHABLE
    }

    private final Kind kind;
    private final String address;
    private final Duration patience;

    FetchException(Kind kind, String address, String problem, Throwable cause) {
        super(requireNonNull(address, "address is null") + ": " + problem, cause);
        this.kind = requireNonNull(kind, "kind is null");
        this.address = address;
        this.patience = Duration.ZERO;
    }

    /** Of a server that answered with an error, and maybe said when to come again. */
    FetchException(String address, String problem, Optional<Duration> retryAfter) {
        super(requireNonNull(address, "address is null") + ": " + problem);
        this.kind = Kind.STATUS;
        this.address = address;
        this.patience = retryAfter.orElse(Duration.ZERO);
    }

    FetchException(Kind kind, String address, String problem) {
        this(kind, address, problem, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The address that failed, which after redirects isn't the one asked for; fit to be shown. */
    public String address() {
        return address;
    }

    /** How long the server asked to be left alone ({@code Retry-After}), more than nothing; as long as it likes, so cap it. */
    public Optional<Duration> retryAfter() {
        return Optional.of(patience).filter(time -> !time.isZero());
    }
}
