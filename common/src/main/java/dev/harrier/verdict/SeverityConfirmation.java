package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.assess.Severity;
import java.util.List;

/**
 * The article's severity before and after measurement, on one target.
 *
 * @param target the target's name
 * @param prior on paper
 * @param posterior at most one level away from the prior
 * @param reasons every step with its inputs, for people; at least one
 */
public record SeverityConfirmation(String target, Severity prior, Severity posterior, List<String> reasons) {
    public SeverityConfirmation {
        requireNonNull(target, "target is null");
        requireNonNull(prior, "prior is null");
        requireNonNull(posterior, "posterior is null");
        reasons = List.copyOf(reasons);
        if (Math.abs(prior.ordinal() - posterior.ordinal()) > 1) {
            throw new IllegalArgumentException("severity moves one level at most: " + prior + " to " + posterior);
        }
    }
}
