package dev.harrier.attack;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An actor or a piece of software that the pinned ATT&amp;CK release names. Immutable.
 *
 * @param id for example {@code G0016} or {@code S0154}
 * @param kind what it is
 * @param name its main name
 * @param aliases its other names, sorted, without the main one
 */
public record KnownThreat(String id, Kind kind, String name, List<String> aliases) {
    /** What is named. */
    public enum Kind {
        ACTOR,
        MALWARE,
        TOOL
    }

    public KnownThreat {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        aliases = List.copyOf(aliases);
    }
}
