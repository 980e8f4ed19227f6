package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

/**
 * A behaviour that the article shows and that no attacker is said to have done. Kept for people to see; nothing is hunted or scored
 * from it.
 *
 * @param behaviour what the text shows, with its quote
 * @param stance how the article stands to it, never {@link BehaviourStance#ATTACK}
 * @param why the words or the place that say so, for people
 */
public record SetAside(Behaviour behaviour, BehaviourStance stance, String why) {
    public SetAside {
        requireNonNull(behaviour, "behaviour is null");
        requireNonNull(stance, "stance is null");
        requireNonNull(why, "why is null");
        if (stance == BehaviourStance.ATTACK) {
            throw new IllegalArgumentException("an attack is not set aside: " + behaviour.quote());
        }
    }
}
