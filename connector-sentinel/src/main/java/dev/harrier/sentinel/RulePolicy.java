package dev.harrier.sentinel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How rules are run, and which hunts become rules.
 *
 * @param frequency how often a rule runs
 * @param lookback what a run looks at, not below the frequency
 * @param suppression how long a rule that alerted stays quiet
 * @param grouping what an alert is made of
 * @param incidents what becomes of alerts
 * @param budget how many enabled rules the workspace takes (512; 1,024 with a dedicated cluster)
 * @param lowConfidence whether hunts of low confidence become rules too, instead of hunting queries
 * @param delete whether what is retired is deleted instead of disabled
 */
public record RulePolicy(
        Duration frequency,
        Duration lookback,
        Optional<Duration> suppression,
        Grouping grouping,
        Incidents incidents,
        int budget,
        boolean lowConfidence,
        boolean delete) {
    /** What an alert is made of. */
    public enum Grouping {
        SINGLE("SingleAlert"),
        PER_RESULT("AlertPerResult");

        private final String word;

        Grouping(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** What becomes of alerts. */
    public enum Incidents {
        PER_ALERT,
        /** Alerts of one rule about the same entities within a day are one incident. */
        GROUPED,
        NONE
    }

    /** The service's own limit of enabled scheduled rules. */
    static final int LIMIT = 512;

    /** Unless something else is set. */
    static final RulePolicy USUAL = new RulePolicy(
            Duration.ofHours(1),
            Duration.ofHours(1),
            Optional.empty(),
            Grouping.SINGLE,
            Incidents.PER_ALERT,
            LIMIT,
            false,
            false);

    public RulePolicy {
        requireNonNull(frequency, "frequency is null");
        requireNonNull(lookback, "lookback is null");
        requireNonNull(suppression, "suppression is null");
        requireNonNull(grouping, "grouping is null");
        requireNonNull(incidents, "incidents is null");
    }
}
