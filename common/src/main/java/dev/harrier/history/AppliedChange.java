package dev.harrier.history;

import static java.util.Objects.requireNonNull;

import dev.harrier.deploy.Change;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.HuntId;
import java.time.Instant;
import java.util.Optional;

/**
 * One change that was carried out on a target, with what is needed to take it back.
 *
 * @param run which call of the program did it
 * @param at when it was begun; it is written down before it is done, so a killed run may have left it undone
 * @param target the target's name
 * @param deployment the name in the object's marker
 * @param hunt whose object it is
 * @param name the object's name
 * @param step what was done
 * @param before the object as it was; empty if it wasn't there
 * @param after the object as it was wanted; empty if it was only switched off
 */
public record AppliedChange(
        String run,
        Instant at,
        String target,
        String deployment,
        HuntId hunt,
        String name,
        Step step,
        Optional<ObjectState> before,
        Optional<ObjectState> after) {
    /** What can be done to an object. */
    public enum Step {
        CREATE,
        UPDATE,
        ENABLE,
        DISABLE
    }

    public AppliedChange {
        requireNonNull(run, "run is null");
        requireNonNull(at, "at is null");
        requireNonNull(target, "target is null");
        requireNonNull(deployment, "deployment is null");
        requireNonNull(hunt, "hunt is null");
        requireNonNull(name, "name is null");
        requireNonNull(step, "step is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }

    /** A change that writes, as it is written down; empty for one that doesn't. */
    public static Optional<AppliedChange> of(Change change, String run, Instant at, String target, String deployment) {
        if (change instanceof Change.Create create) {
            return made(Step.CREATE, Optional.empty(), create.wanted(), run, at, target, deployment);
        }
        if (change instanceof Change.Update update) {
            return made(Step.UPDATE, Optional.of(update.remote()), update.wanted(), run, at, target, deployment);
        }
        if (change instanceof Change.Enable enable) {
            return made(Step.ENABLE, Optional.of(enable.remote()), enable.wanted(), run, at, target, deployment);
        }
        if (change instanceof Change.Disable disable) {
            RemoteObject remote = disable.remote();
            return remote.marker()
                    .map(marker -> new AppliedChange(
                            run,
                            at,
                            target,
                            deployment,
                            marker.hunt(),
                            remote.name(),
                            Step.DISABLE,
                            Optional.of(ObjectState.of(remote)),
                            Optional.empty()));
        }
        return Optional.empty();
    }

    private static Optional<AppliedChange> made(
            Step step,
            Optional<RemoteObject> before,
            WantedObject wanted,
            String run,
            Instant at,
            String target,
            String deployment) {
        return Optional.of(new AppliedChange(
                run,
                at,
                target,
                deployment,
                wanted.hunt(),
                before.map(RemoteObject::name).orElse(wanted.name()),
                step,
                before.map(ObjectState::of),
                Optional.of(ObjectState.of(wanted))));
    }
}
