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
 * @param settings as in {@link WantedObject}
 * @param signed the fields that the marker's fingerprint is over: those that the version of Harrier managed that wrote it
 */
public record RemoteObject(
        String name,
        Optional<Marker> marker,
        SortedMap<String, String> fields,
        boolean enabled,
        SortedMap<String, String> settings,
        SortedMap<String, String> signed) {
    public RemoteObject {
        requireNonNull(name, "name is null");
        requireNonNull(marker, "marker is null");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        signed = Collections.unmodifiableSortedMap(new TreeMap<>(signed));
    }

    /** An object without settings, all of whose fields its marker's fingerprint is over. */
    public RemoteObject(String name, Optional<Marker> marker, SortedMap<String, String> fields, boolean enabled) {
        this(name, marker, fields, enabled, new TreeMap<>(), fields);
    }

    /** Whether somebody changed it since we wrote it. Only meaningful when it bears our marker. */
    public boolean edited() {
        return marker.isPresent() && !marker.get().fingerprint().equals(Fingerprint.of(signed));
    }
}
