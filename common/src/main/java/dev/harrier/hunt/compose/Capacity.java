package dev.harrier.hunt.compose;

import dev.harrier.hunt.Hunt;

/**
 * What the targets that a pack is made for take of one hunt. The same hunts go to all of them, so that their counts can be compared:
 * the smallest decides. Pure and thread-safe.
 */
public interface Capacity {
    /**
     * Whether the hunt's text is short enough for every target that can say it. True of a hunt that asks less where it is true of one
     * that asks more.
     */
    boolean carries(Hunt hunt);

    /** Whether every target can keep the hunt's many values in a table beside its text. */
    default boolean carriesAsTable(Hunt hunt) {
        return false;
    }

    /** For targets that nobody named: hunts whose conditions are short enough for Sentinel, by a guess. */
    static Capacity unknown() {
        return Estimate::carries;
    }
}
