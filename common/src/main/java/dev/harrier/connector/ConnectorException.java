package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

/**
 * A SIEM could not be used. The message says what happened, where, and the way out; it never holds a secret.
 */
public final class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, which decides the exit code and whether trying again helps. */
    public enum Kind {
        /** Bad or missing settings. */
        CONFIGURATION,
        /** Credentials refused. */
        AUTHENTICATION,
        /** Credentials accepted, permission missing. */
        FORBIDDEN,
        NOT_FOUND,
        /** The world moved between plan and apply, or the name is taken. */
        CONFLICT,
        THROTTLED,
        /** Unreachable, timed out, or 5xx. */
        UNAVAILABLE,
        /** The target's own parser refuses the query. */
        REJECTED_QUERY,
        /** An answer that makes no sense: HTML from a proxy, broken JSON, a response over the size cap. */
        UNEXPECTED_RESPONSE
    }

    private final Kind kind;
    private final String target;

    /** A failure with its cause. */
    public ConnectorException(Kind kind, String target, String message, Throwable cause) {
        super(target + ": " + message, cause);
        this.kind = requireNonNull(kind, "kind is null");
        this.target = target;
    }

    /** A failure that we found ourselves. */
    public ConnectorException(Kind kind, String target, String message) {
        this(kind, target, message, null);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The target's name. */
    public String target() {
        return target;
    }
}
