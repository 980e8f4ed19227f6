package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;

/**
 * A hunt as it is wanted on one target.
 *
 * @param hunt the source
 * @param text its exact query for that target, rendered and linted
 * @param state whether it may raise alerts
 */
public record Deployment(Hunt hunt, String text, State state) {
    /** How much a deployed hunt may do. */
    public enum State {
        /** Counted, never alerting. Every hunt starts here. */
        SHADOW,
        /** Scheduled and alerting. */
        LIVE
    }

    public Deployment {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(text, "text is null");
        requireNonNull(state, "state is null");
    }
}
