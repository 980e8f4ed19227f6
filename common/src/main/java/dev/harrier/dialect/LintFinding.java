package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One remark of a static check.
 *
 * @param code stable, for example {@code SPL003}
 * @param level errors keep a hunt from being deployed
 * @param message what, and the way out
 * @param line 1-based
 * @param column 1-based
 */
public record LintFinding(String code, Level level, String message, int line, int column) {
    /** How grave it is. */
    public enum Level {
        NOTE,
        WARNING,
        ERROR;

        /** Lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LintFinding {
        requireNonNull(code, "code is null");
        requireNonNull(level, "level is null");
        requireNonNull(message, "message is null");
    }
}
