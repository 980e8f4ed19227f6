package dev.harrier.operate;

import dev.harrier.deploy.Change;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.pack.SavedPack;
import dev.harrier.pack.SavedPacks;
import dev.harrier.verdict.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of ours on a target has had its time: in no pack any more, or past its lifetime. Retiring is switching off.
 *
 * @param changes objects to switch off
 * @param kept why others stay though their time is over, for people
 */
public record Pruning(List<Change> changes, List<String> kept) {
    public Pruning {
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
    }

    /**
     * Looks for them.
     *
     * @param packs all packs that are still wanted
     * @param deployed what the target holds
     * @param unwanted of these, what no pack wants
     * @param today UTC
     * @param evenSole whether the last enabled hunt for a technique may go too
     */
    public static Pruning of(
            SavedPacks packs,
            List<RemoteObject> deployed,
            List<RemoteObject> unwanted,
            LocalDate today,
            boolean evenSole) {
        List<Change> changes = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        unwanted.stream()
                .filter(RemoteObject::enabled)
                .forEach(remote -> changes.add(new Change.Disable(remote, "in no pack")));
        Map<HuntId, LocalDate> expired = expired(packs, today);
        Set<String> covered = techniques(packs, deployed, expired.keySet());
        Map<HuntId, Hunt> hunts = new HashMap<>();
        packs.hunts().forEach(hunt -> hunts.put(hunt.id(), hunt));
        for (RemoteObject remote : deployed) {
            Optional<HuntId> id = remote.marker().map(marker -> marker.hunt()).filter(expired::containsKey);
            if (id.isPresent() && remote.enabled()) {
                Set<String> sole = new HashSet<>(hunts.get(id.get()).techniques());
                sole.removeAll(covered);
                if (sole.isEmpty() || evenSole) {
                    changes.add(new Change.Disable(remote, "its lifetime ended on " + expired.get(id.get())));
                } else {
                    kept.add(remote.name() + " has expired, but nothing else covers "
                            + String.join(", ", sole.stream().sorted().toList()) + "; --even-sole retires it");
                }
            }
        }
        return new Pruning(changes, kept);
    }

    /** A hunt that several articles chose lives as long as the youngest lets it. */
    private static Map<HuntId, LocalDate> expired(SavedPacks packs, LocalDate today) {
        Map<HuntId, LocalDate> ends = new HashMap<>();
        Set<HuntId> forEver = new HashSet<>();
        for (SavedPack pack : packs.packs()) {
            for (Hunt hunt : pack.hunts()) {
                Optional<LocalDate> end = Proposal.expiry(hunt, pack.published());
                end.ifPresentOrElse(
                        date -> ends.merge(hunt.id(), date, (one, other) -> one.isAfter(other) ? one : other),
                        () -> forEver.add(hunt.id()));
            }
        }
        ends.keySet().removeAll(forEver);
        ends.values().removeIf(today::isBefore);
        return ends;
    }

    private static Set<String> techniques(SavedPacks packs, List<RemoteObject> deployed, Set<HuntId> without) {
        Set<HuntId> enabled = new HashSet<>();
        deployed.stream().filter(RemoteObject::enabled).forEach(remote -> remote.marker()
                .ifPresent(marker -> enabled.add(marker.hunt())));
        Set<String> techniques = new HashSet<>();
        packs.hunts().stream()
                .filter(hunt -> enabled.contains(hunt.id()) && !without.contains(hunt.id()))
                .forEach(hunt -> techniques.addAll(hunt.techniques()));
        return techniques;
    }
}
