package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object as it stands on a target.
 *
 * @param name its name or id
 * @param marker ours, if it bears one that agrees with its name; a clone made in the UI bears one that doesn't and is foreign
 * @param fields the fields that we manage, normalised as in {@link WantedObject}
 * @param enabled whether it is switched on
 */
public record RemoteObject(String name, Optional<Marker> marker, SortedMap<String, String> fields, boolean enabled) {
    public RemoteObject {
        requireNonNull(name, "name is null");
        requireNonNull(marker, "marker is null");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Whether somebody changed it since we wrote it. Only meaningful when it bears our marker. */
    public boolean edited() {
        return marker.isPresent() && !marker.get().fingerprint().equals(Fingerprint.of(fields));
    }
}
