package dev.harrier.deploy;

import dev.harrier.hunt.HuntId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
     * Compares. An object that is deployed and not wanted is left as it is and does not appear. Where no object has the wanted name,
     * the one that bears our marker for the same hunt is meant: a retitled hunt keeps its object, and its name there.
     *
     * @param deployment the name of this deployment; objects marked with another are foreign
     * @param wanted unique by name
     * @param deployed what the target holds, ours and not
     * @param takeOver whether objects of ours that were edited by hand are overwritten
     */
    public static Plan between(
            String deployment, List<WantedObject> wanted, List<RemoteObject> deployed, boolean takeOver) {
        Map<String, RemoteObject> byName = new HashMap<>();
        Map<HuntId, RemoteObject> byHunt = new HashMap<>();
        for (RemoteObject remote : deployed) {
            byName.put(remote.name(), remote);
            remote.marker()
                    .filter(marker -> marker.deployment().equals(deployment))
                    .ifPresent(marker -> byHunt.putIfAbsent(marker.hunt(), remote));
        }
        List<Change> changes = new ArrayList<>();
        for (WantedObject object : wanted) {
            Optional<RemoteObject> found = Optional.ofNullable(byName.get(object.name()))
                    .or(() -> Optional.ofNullable(byHunt.get(object.hunt())));
            changes.add(change(deployment, object, found, takeOver));
        }
        return new Plan(changes);
    }

    /**
     * The objects of this deployment that no wanted hunt needs: what {@link #between} leaves out.
     *
     * @param wanted hunts that have or may have an object
     */
    public static List<RemoteObject> unwanted(String deployment, Set<HuntId> wanted, List<RemoteObject> deployed) {
        return deployed.stream()
                .filter(remote -> remote.marker()
                        .filter(marker -> marker.deployment().equals(deployment) && !wanted.contains(marker.hunt()))
                        .isPresent())
                .toList();
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
        List<FieldChange> fields = differences(wanted.fields(), remote.fields(), true);
        if (!fields.isEmpty() && remote.edited() && !takeOver) {
            return new Change.Drifted(wanted, remote, fields);
        }
        return ours(wanted, remote, fields);
    }

    private static Change ours(WantedObject wanted, RemoteObject remote, List<FieldChange> fields) {
        WantedObject kept = Adjustments.kept(wanted, remote);
        List<FieldChange> all = new ArrayList<>(fields);
        all.addAll(differences(kept.settings(), remote.settings(), false));
        if (!all.isEmpty() || remote.edited() || isOutdated(wanted, remote)) {
            return new Change.Update(wanted, remote, all);
        }
        if (kept.enabled() != remote.enabled()) {
            return kept.enabled() ? new Change.Enable(wanted, remote) : new Change.Disable(remote, "wanted disabled");
        }
        List<FieldChange> own = Adjustments.of(wanted, remote);
        return own.isEmpty() ? new Change.Keep(remote) : new Change.Adjusted(wanted, remote, own);
    }

    /** Its fingerprint doesn't cover all that we manage now: an edit to the rest would go unseen. */
    private static boolean isOutdated(WantedObject wanted, RemoteObject remote) {
        return remote.marker()
                .filter(marker -> marker.version() < wanted.version())
                .isPresent();
    }

    private static boolean isOurs(String deployment, WantedObject wanted, RemoteObject remote) {
        return remote.marker()
                .filter(marker ->
                        marker.deployment().equals(deployment) && marker.hunt().equals(wanted.hunt()))
                .isPresent();
    }

    private static List<FieldChange> differences(
            SortedMap<String, String> wanted, SortedMap<String, String> deployed, boolean both) {
        SortedSet<String> names = new TreeSet<>(wanted.keySet());
        if (both) {
            names.addAll(deployed.keySet());
        }
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            String there = deployed.getOrDefault(name, "");
            String here = wanted.getOrDefault(name, "");
            if (!there.equals(here)) {
                changes.add(new FieldChange(name, there, here));
            }
        }
        return changes;
    }
}
