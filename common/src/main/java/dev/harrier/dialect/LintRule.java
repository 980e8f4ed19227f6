package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a static check looks for, as documented for people and for SARIF. Immutable.
 *
 * @param code stable, for example {@code SPL003}
 * @param level of every finding with this code
 * @param what is found, a clause without a full stop
 * @param why it matters, a sentence
 * @param wayOut what to do about it, a sentence
 */
public record LintRule(String code, LintFinding.Level level, String what, String why, String wayOut) {
    public LintRule {
        requireNonNull(code, "code is null");
        requireNonNull(level, "level is null");
        requireNonNull(what, "what is null");
        requireNonNull(why, "why is null");
        requireNonNull(wayOut, "wayOut is null");
    }

    /**
     * A finding of this rule.
     *
     * @param line 1-based
     * @param column 1-based
     */
    public LintFinding at(int line, int column, String message) {
        return new LintFinding(code, level, message, line, column);
    }
}
