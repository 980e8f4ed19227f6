package dev.harrier.lab;

import java.util.Optional;

/** Where records come from and what becomes of them, remembered by their channel and id. For one thread. */
final class OriginShapes {
    private static final int LONGEST_KNOWN = 256;

    private final EventSources sources;
    private final KnownBytes<Known> known = new KnownBytes<>(1 << 8);
    private final ByteText origin = new ByteText(128);

    OriginShapes(EventSources sources) {
        this.sources = sources;
    }

    Known of(RawEvent event) {
        origin.clear();
        sources.originTo(origin, event);
        Known found = known.get(origin.bytes(), 0, origin.length());
        if (found == null) {
            String key = sources.key(event);
            found = new Known(key, sources.shape(key));
            if (origin.length() <= LONGEST_KNOWN && sources.isToldByOrigin(event)) {
                known.put(origin.copy(), found);
            }
        }
        return found;
    }

    /**
     * Where a record comes from.
     *
     * @param key see {@link EventSources#key}
     * @param shape how it becomes an event; empty if hunts look at no such event
     */
    record Known(String key, Optional<EventShape> shape) {}
}
