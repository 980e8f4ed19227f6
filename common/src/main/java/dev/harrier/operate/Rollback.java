package dev.harrier.operate;

import dev.harrier.deploy.Change;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.history.AppliedChange;
import dev.harrier.history.ObjectState;
import dev.harrier.hunt.HuntId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes back what an earlier apply did to one target. An object goes back to what it was only if it still is what that apply made of
 * it; anything else has a history of its own since, and stays.
 *
 * @param changes that lead back, the last one first
 * @param kept why other objects stay as they are, for people
 */
public record Rollback(List<Change> changes, List<String> kept) {
    private static final String WAY_BACK = "-rollback";

    public Rollback {
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
    }

    /** What a run is named that takes another back. */
    public static String runName(String name) {
        return name + WAY_BACK;
    }

    /** The last run that changed something on a target, other than a way back: taking back twice leads nowhere else. */
    public static Optional<String> lastRun(List<AppliedChange> log, String target) {
        return log.stream()
                .filter(change ->
                        change.target().equals(target) && !change.run().endsWith(WAY_BACK))
                .reduce((first, second) -> second)
                .map(AppliedChange::run);
    }

    /**
     * The way back.
     *
     * @param done what the run did to this target, in the order of the log
     * @param deployed what is there now
     */
    public static Rollback of(List<AppliedChange> done, List<RemoteObject> deployed) {
        Map<HuntId, RemoteObject> byHunt = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int i = done.size() - 1; i >= 0; i--) {
            AppliedChange change = done.get(i);
            deployed.forEach(remote -> remote.marker()
                    .filter(marker -> marker.deployment().equals(change.deployment()))
                    .ifPresent(marker -> byHunt.putIfAbsent(marker.hunt(), remote)));
            Optional<RemoteObject> remote = Optional.ofNullable(byHunt.get(change.hunt()));
            Optional<String> why = remote.map(there -> moved(change, there)).orElse(Optional.of("is no longer there"));
            why.ifPresentOrElse(reason -> kept.add(change.name() + " " + reason), () -> back(change, remote.get())
                    .ifPresent(changes::add));
        }
        return new Rollback(changes, kept);
    }

    private static Optional<String> moved(AppliedChange change, RemoteObject there) {
        if (there.edited()) {
            return Optional.of("was edited by hand since; kept");
        }
        boolean same = change.after()
                .map(after -> Fingerprint.of(after.fields()).equals(Fingerprint.of(there.fields())))
                .orElse(true);
        return same ? Optional.empty() : Optional.of("was changed by a later apply; roll that back first");
    }

    private static Optional<Change> back(AppliedChange change, RemoteObject there) {
        if (change.before().isEmpty()) {
            return there.enabled()
                    ? Optional.of(new Change.Disable(there, "rolled back: it was not there before"))
                    : Optional.empty();
        }
        ObjectState before = change.before().get();
        WantedObject wanted = new WantedObject(
                change.hunt(), there.name(), before.fields(), before.enabled(), before.settings(), before.version());
        boolean sameFields =
                before.fields().equals(there.fields()) && before.settings().equals(there.settings());
        if (!sameFields) {
            return Optional.of(new Change.Update(wanted, there, List.of()));
        }
        if (before.enabled() == there.enabled()) {
            return Optional.empty();
        }
        return Optional.of(
                before.enabled() ? new Change.Enable(wanted, there) : new Change.Disable(there, "rolled back"));
    }
}
