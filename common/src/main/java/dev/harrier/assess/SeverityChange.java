package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

/**
 * What would move the severity on paper to another level.
 *
 * @param points that come or go
 * @param what would have to be true, or untrue, for people
 * @param level that it would be then
 */
public record SeverityChange(int points, String what, Severity level) {
    public SeverityChange {
        requireNonNull(what, "what is null");
        requireNonNull(level, "level is null");
    }
}
