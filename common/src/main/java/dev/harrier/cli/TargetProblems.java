package dev.harrier.cli;

import dev.harrier.operate.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what keeps targets from being opened, so that a user hears all of it at once. */
final class TargetProblems {
    private final List<String> found = new ArrayList<>();

    /** Opens a target; empty if that is a problem. */
    Optional<Target> attempt(Supplier<Target> opening) {
        try {
            return Optional.of(opening.get());
        } catch (MisconfiguredException e) {
            found.addAll(e.problems());
            return Optional.empty();
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MisconfiguredException(found);
        }
    }
}
