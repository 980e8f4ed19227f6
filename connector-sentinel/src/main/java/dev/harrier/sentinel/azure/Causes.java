package dev.harrier.sentinel.azure;

import java.util.Optional;

/** Looks through what the SDK wraps. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    /** The first cause of a type, the thrown one included. */
    static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static boolean hold(Throwable thrown, Class<? extends Throwable> type) {
        return first(thrown, type).isPresent();
    }
}
