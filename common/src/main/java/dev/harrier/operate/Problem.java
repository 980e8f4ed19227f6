package dev.harrier.operate;

import static java.util.Objects.requireNonNull;

import dev.harrier.connector.ConnectorException;

/**
 * Something that kept a run from being whole.
 *
 * @param gravity which decides the exit code
 * @param message for people: the target, the hunt, what happened, the way out; never a secret
 */
public record Problem(Gravity gravity, String message) {
    /** How grave, in ascending order. */
    public enum Gravity {
        /** The world is not as wanted: drift, a policy that failed. */
        FINDING,
        /** Some hunts or targets failed. */
        PARTIAL,
        /** A target can't be reached, or refuses. */
        REMOTE,
        /** A hunt or its query is invalid. */
        CONTENT,
        /** Settings are bad or missing. */
        CONFIGURATION
    }

    public Problem {
        requireNonNull(gravity, "gravity is null");
        requireNonNull(message, "message is null");
    }

    /** A connector's failure. */
    public static Problem of(ConnectorException e) {
        return new Problem(gravity(e), e.getMessage());
    }

    /** How grave a connector's failure is. */
    public static Gravity gravity(ConnectorException e) {
        return switch (e.kind()) {
            case CONFIGURATION -> Gravity.CONFIGURATION;
            case REJECTED_QUERY -> Gravity.CONTENT;
            case CONFLICT -> Gravity.FINDING;
            case AUTHENTICATION, FORBIDDEN, NOT_FOUND, THROTTLED, UNAVAILABLE, UNEXPECTED_RESPONSE -> Gravity.REMOTE;
        };
    }
}
