package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An actor, malware family or tool to look for.
 *
 * @param name its main name
 * @param attackId its ATT&amp;CK id, empty when it has none
 * @param aliases its other names; the main one may be among them
 */
public record ThreatName(NamedThreat.Kind kind, String name, String attackId, List<String> aliases) {
    public ThreatName {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(attackId, "attackId is null");
        aliases = List.copyOf(aliases);
    }
}
