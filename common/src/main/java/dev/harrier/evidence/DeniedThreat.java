package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

/**
 * A name that the article gives only to say that what bears it had no part: {@code we saw no use of X}, {@code unlike X, …}.
 *
 * @param threat as it would have been, with the first place that denies it
 * @param why the words that do, for people
 */
public record DeniedThreat(NamedThreat threat, String why) {
    public DeniedThreat {
        requireNonNull(threat, "threat is null");
        requireNonNull(why, "why is null");
    }
}
