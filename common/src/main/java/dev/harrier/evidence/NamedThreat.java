package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An actor, malware family or tool that the article names.
 *
 * @param kind what it is
 * @param name its main name in the catalogue, or as written when it is unknown there
 * @param attackId its ATT&amp;CK id ({@code G0016}, {@code S0154}) when known
 * @param quote where it stands first, under whatever alias
 */
public record NamedThreat(Kind kind, String name, Optional<String> attackId, Quote quote) {
    /** What is named. */
    public enum Kind {
        ACTOR,
        MALWARE,
        TOOL
    }

    public NamedThreat {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(attackId, "attackId is null");
        requireNonNull(quote, "quote is null");
    }
}
