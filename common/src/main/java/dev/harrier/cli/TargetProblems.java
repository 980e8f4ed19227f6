package dev.harrier.cli;

import dev.harrier.operate.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what keeps targets from being opened, so that a user hears all of it at once. */
final class TargetProblems {
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    /** Opens a target; empty if that is a problem. */
    Optional<Target> attempt(String name, Supplier<Target> opening) {
        try {
            return Optional.of(opening.get());
        } catch (MisconfiguredException e) {
            found.put(name, e.problems());
            return Optional.empty();
        }
    }

    List<String> found() {
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** By target, in the order in which they were tried. */
    Map<String, List<String>> byTarget() {
        return found;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MisconfiguredException(found());
        }
    }
}
