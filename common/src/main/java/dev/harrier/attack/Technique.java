package dev.harrier.attack;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A technique or sub-technique of the pinned ATT&amp;CK release.
 *
 * @param id for example {@code T1059.001}
 * @param name its own name, without the parent's
 * @param tactics in the matrix's order; empty only for revoked ones
 * @param platforms as ATT&amp;CK spells them, sorted
 * @param deprecated whether the release deprecates it
 * @param revokedBy the id that took its place
 */
public record Technique(
        String id,
        String name,
        List<Tactic> tactics,
        List<String> platforms,
        boolean deprecated,
        Optional<String> revokedBy) {
    public Technique {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        tactics = List.copyOf(tactics);
        platforms = List.copyOf(platforms);
        requireNonNull(revokedBy, "revokedBy is null");
    }

    /** The id of its parent technique; its own id when it is none's child. */
    public String parentId() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
