package dev.harrier.splunk;

import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.Window;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What telemetry there is, asked for once per kind and window: many hunts share both, and a search slot is dear. Only answers are
 * remembered. Thread-safe.
 */
final class Telemetry {
    private static final int MOST = 1_000;

    private final Map<Asked, Coverage> known = new ConcurrentHashMap<>();

    private record Asked(EventKind kind, Window window) {}

    /** The answer, from memory or by asking; two threads may ask at the same time. */
    Coverage of(EventKind kind, Window window, Supplier<Coverage> ask) {
        Asked asked = new Asked(kind, window);
        return Optional.ofNullable(known.get(asked)).orElseGet(() -> remembered(asked, ask.get()));
    }

    private Coverage remembered(Asked asked, Coverage coverage) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(asked, coverage);
        return coverage;
    }
}
