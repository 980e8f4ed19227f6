package dev.harrier.history;

import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an object held, in its connector's normalised words.
 *
 * @param fields what we manage
 * @param enabled whether it was switched on
 * @param settings how it was run
 * @param version of the connector's list of managed fields
 */
public record ObjectState(
        SortedMap<String, String> fields, boolean enabled, SortedMap<String, String> settings, int version) {
    public ObjectState {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    static ObjectState of(RemoteObject remote) {
        int version = remote.marker().map(marker -> marker.version()).orElse(1);
        return new ObjectState(remote.fields(), remote.enabled(), remote.settings(), version);
    }

    static ObjectState of(WantedObject wanted) {
        return new ObjectState(wanted.fields(), wanted.enabled(), wanted.settings(), wanted.version());
    }
}
