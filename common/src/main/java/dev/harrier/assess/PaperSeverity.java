package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The severity that the article deserves on paper: the prior, which measurement confirms, raises or lowers.
 *
 * @param level the band of the score
 * @param score 0 to 100, the sum of the reasons' points, clamped
 * @param reasons every point, in order of weight
 * @param changes what else an article could have said, or not said, that would make another level of it
 */
public record PaperSeverity(Severity level, int score, List<Reason> reasons, List<SeverityChange> changes) {
    public PaperSeverity {
        requireNonNull(level, "level is null");
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score " + score + " is outside 0..100");
        }
    }

    /** Without a word on what would change it. */
    public PaperSeverity(Severity level, int score, List<Reason> reasons) {
        this(level, score, reasons, List.of());
    }
}
