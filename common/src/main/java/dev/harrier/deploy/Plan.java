package dev.harrier.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to be done so that a target holds what is wanted. Applying a plan and planning again gives a plan without writes.
 *
 * @param changes one per wanted object, in the wanted order
 */
public record Plan(List<Change> changes) {
    public Plan {
        changes = List.copyOf(changes);
    }

    /** The steps that write. */
    public List<Change> writes() {
        return changes.stream().filter(Change::writes).toList();
    }

    /**
     * Compares. An object that is deployed and not wanted is left as it is and does not appear.
     *
     * @param deployment the name of this deployment; objects marked with another are foreign
     * @param wanted unique by name
     * @param deployed what the target holds, ours and not
     * @param takeOver whether objects of ours that were edited by hand are overwritten
     */
    public static Plan between(
            String deployment, List<WantedObject> wanted, List<RemoteObject> deployed, boolean takeOver) {
        Map<String, RemoteObject> byName = new HashMap<>();
        deployed.forEach(remote -> byName.put(remote.name(), remote));
        List<Change> changes = new ArrayList<>();
        for (WantedObject object : wanted) {
            changes.add(change(deployment, object, Optional.ofNullable(byName.get(object.name())), takeOver));
        }
        return new Plan(changes);
    }

    private static Change change(
            String deployment, WantedObject wanted, Optional<RemoteObject> found, boolean takeOver) {
        if (found.isEmpty()) {
            return new Change.Create(wanted);
        }
        RemoteObject remote = found.get();
        if (!isOurs(deployment, wanted, remote)) {
            return new Change.Foreign(wanted, remote);
        }
        List<FieldChange> fields = differences(wanted, remote);
        if (!fields.isEmpty()) {
            return remote.edited() && !takeOver
                    ? new Change.Drifted(wanted, remote, fields)
                    : new Change.Update(wanted, remote, fields);
        }
        if (remote.edited()) {
            return new Change.Update(wanted, remote, fields);
        }
        if (wanted.enabled() == remote.enabled()) {
            return new Change.Keep(remote);
        }
        return wanted.enabled() ? new Change.Enable(wanted, remote) : new Change.Disable(remote, "wanted disabled");
    }

    private static boolean isOurs(String deployment, WantedObject wanted, RemoteObject remote) {
        return remote.marker()
                .filter(marker ->
                        marker.deployment().equals(deployment) && marker.hunt().equals(wanted.hunt()))
                .isPresent();
    }

    private static List<FieldChange> differences(WantedObject wanted, RemoteObject remote) {
        SortedSet<String> names = new TreeSet<>(wanted.fields().keySet());
        names.addAll(remote.fields().keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            String there = remote.fields().getOrDefault(name, "");
            String here = wanted.fields().getOrDefault(name, "");
            if (!there.equals(here)) {
                changes.add(new FieldChange(name, there, here));
            }
        }
        return changes;
    }
}
