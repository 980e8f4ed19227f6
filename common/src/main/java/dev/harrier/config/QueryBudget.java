package dev.harrier.config;

import static java.util.Objects.requireNonNull;

/**
 * What the scheduled hunts of one target may cost.
 *
 * @param eventsADay that they may read by estimate, at least 1
 * @param over what becomes of hunts for which there is no room
 */
public record QueryBudget(long eventsADay, Over over) {
    /** What becomes of hunts for which there is no room. */
    public enum Over {
        /** They are deployed, and said. */
        SAY,
        /** New ones are left out, and said. */
        SKIP,
        /** Nothing is deployed. */
        REFUSE
    }

    public QueryBudget {
        requireNonNull(over, "over is null");
        if (eventsADay < 1) {
            throw new IllegalArgumentException("a budget is at least one event a day");
        }
    }
}
