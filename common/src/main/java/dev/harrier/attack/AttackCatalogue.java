package dev.harrier.attack;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A release of enterprise ATT&amp;CK: techniques by id, and the actors and software that it names. Immutable and thread-safe. */
public final class AttackCatalogue {
    private final Map<String, Technique> byId = new TreeMap<>();
    private final List<KnownThreat> threats;

    private AttackCatalogue(List<Technique> techniques, List<KnownThreat> threats) {
        techniques.forEach(technique -> byId.put(technique.id(), technique));
        this.threats =
                threats.stream().sorted(Comparator.comparing(KnownThreat::id)).toList();
    }

    /** The release that Harrier ships (v18.1), read on first use. © The MITRE Corporation; see {@code NOTICE.md} beside the tables. */
    public static AttackCatalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /**
     * A user's own release. Of two techniques with the same id the later one counts.
     *
     * @throws IllegalArgumentException when revoked ids lead to each other in a circle
     */
    public static AttackCatalogue of(List<Technique> techniques, List<KnownThreat> threats) {
        AttackCatalogue catalogue = new AttackCatalogue(techniques, threats);
        catalogue.techniques().forEach(catalogue::refuseCircle);
        return catalogue;
    }

    private void refuseCircle(Technique technique) {
        Set<String> seen = new LinkedHashSet<>();
        Optional<Technique> next = Optional.of(technique);
        while (next.isPresent()) {
            if (!seen.add(next.get().id())) {
                throw new IllegalArgumentException("revokes techniques in a circle: " + String.join(" → ", seen) + " → "
                        + next.get().id());
            }
            next = next.get().revokedBy().flatMap(this::technique);
        }
    }

    /** The technique of exactly this id, revoked and deprecated ones included; empty if the release has none. */
    public Optional<Technique> technique(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The technique that an id means today: a revoked id is followed to what took its place. Empty if it is unknown. */
    public Optional<Technique> current(String id) {
        Set<String> seen = new HashSet<>();
        Optional<Technique> found = technique(id);
        while (found.isPresent()
                && found.get().revokedBy().isPresent()
                && seen.add(found.get().id())) {
            found = technique(found.get().revokedBy().get());
        }
        return found.filter(technique -> technique.revokedBy().isEmpty());
    }

    /** The id of the current technique whose id or name is spelt most alike; empty when nothing comes near. */
    public Optional<String> nearest(String idOrName) {
        String wanted = idOrName.strip().toLowerCase(Locale.ROOT);
        return Nearest.to(
                        wanted,
                        byId.values().stream()
                                .filter(t -> t.revokedBy().isEmpty())
                                .toList())
                .map(Technique::id);
    }

    /** Every technique of the release, by id, revoked and deprecated ones included. */
    public List<Technique> techniques() {
        return List.copyOf(byId.values());
    }

    /** Every actor and piece of software of the release, by id. */
    public List<KnownThreat> threats() {
        return threats;
    }

    private static final class Shipped {
        static final AttackCatalogue CATALOGUE = of(AttackTables.techniques(), AttackTables.threats());
    }
}
