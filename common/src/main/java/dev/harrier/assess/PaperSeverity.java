package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The severity that the article deserves on paper: only the prior, which measurement confirms, raises or lowers.
 *
 * @param level the band of the score
 * @param score 0 to 100, the sum of the reasons' points, clamped
 * @param reasons every point, in order of weight
 */
public record PaperSeverity(Severity level, int score, List<Reason> reasons) {
    public PaperSeverity {
        requireNonNull(level, "level is null");
        reasons = List.copyOf(reasons);
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score " + score + " is outside 0..100");
        }
    }
}
