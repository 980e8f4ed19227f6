package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A deployment in its target's own vocabulary: what a connector would send.
 *
 * @param hunt whose it is
 * @param name the object's name or id on the target; a function of the hunt alone, so that a retitled hunt keeps its object where
 *     the target allows
 * @param fields every field that we manage, normalised (the connector's one normaliser serves wanted and remote alike); without the
 *     marker and without {@code enabled}
 * @param enabled whether the object is switched on
 * @param settings how it is run and who may see it, normalised; not part of the fingerprint. Where a marker remembers what was
 *     {@link Sent}, a user's own value stays, else ours is written
 * @param version of the connector's list of managed fields, see {@link Marker}
 */
public record WantedObject(
        HuntId hunt,
        String name,
        SortedMap<String, String> fields,
        boolean enabled,
        SortedMap<String, String> settings,
        int version) {
    public WantedObject {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(name, "name is null");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** An object without settings, of a connector whose list of managed fields is its first. */
    public WantedObject(HuntId hunt, String name, SortedMap<String, String> fields, boolean enabled) {
        this(hunt, name, fields, enabled, new TreeMap<>(), 1);
    }

    /** The fingerprint that the marker of this object carries. */
    public String fingerprint() {
        return Fingerprint.of(fields);
    }
}
