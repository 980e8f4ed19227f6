package dev.harrier.splunk;

import dev.harrier.measure.Window;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What telemetry there is, asked for once per question and window: many hunts share both, and a search slot is dear. Only answers are
 * remembered. Thread-safe.
 *
 * @param <T> the answer
 */
final class Telemetry<T> {
    private static final int MOST = 1_000;

    private final Map<Asked, T> known = new ConcurrentHashMap<>();

    private record Asked(Object question, Window window) {}

    /** The answer, from memory or by asking; of threads that ask the same at the same time one does, and the others wait for it. */
    T of(Object question, Window window, Supplier<T> ask) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Asked(question, window), asked -> ask.get());
    }
}
