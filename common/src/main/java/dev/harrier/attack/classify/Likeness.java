package dev.harrier.attack.classify;

import static java.util.Objects.requireNonNull;

/**
 * A technique that a sentence's words are like.
 *
 * @param id of the technique, for example {@code T1105}
 * @param margin signed distance to the plane that parts its sentences from all others, about -1 (surely another's) to 1 (surely its
 *     own); no probability
 */
public record Likeness(String id, double margin) {
    public Likeness {
        requireNonNull(id, "id is null");
    }
}
