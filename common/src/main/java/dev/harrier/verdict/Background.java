package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.measure.Prevalence;
import dev.harrier.measure.RaisedAlerts;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a hunt on a target besides its count.
 *
 * @param before how common its hits were before the campaign, or before the window where that is not known
 * @param usualHosts how many hosts usually report events of its kind in a day
 * @param alerts what it raised in the analysts' queue in the window, and what they made of it
 */
public record Background(Prevalence before, OptionalLong usualHosts, Optional<RaisedAlerts> alerts) {
    /** Nothing is known. */
    public static final Background NONE = new Background(Prevalence.UNKNOWN, OptionalLong.empty(), Optional.empty());

    public Background {
        requireNonNull(before, "before is null");
        requireNonNull(usualHosts, "usualHosts is null");
        requireNonNull(alerts, "alerts is null");
    }
}
