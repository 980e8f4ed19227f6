package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;

/**
 * One hunt, judged on one target.
 *
 * @param hunt the hunt
 * @param target the target's name
 * @param count what came back
 * @param verdict what it means
 * @param reason for people, with the rule's inputs
 */
public record HuntVerdict(Hunt hunt, String target, HitCount count, Verdict verdict, String reason) {
    public HuntVerdict {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(target, "target is null");
        requireNonNull(count, "count is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(reason, "reason is null");
    }
}
