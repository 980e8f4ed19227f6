package dev.harrier.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * The scheduled run.
 *
 * @param days of the window that verdicts are about, whole UTC days, at least 1
 * @param backfillDays days that are counted before the first window, so that there is something to compare with
 * @param lag how long after a day's end its last events may still come in
 * @param deadline after which a run stops counting, reports what it has, and says so
 * @param failOn what makes the exit code 1
 */
public record ValidationConfiguration(
        int days, int backfillDays, Duration lag, Duration deadline, List<Finding> failOn) {
    /** The defaults. */
    public static final ValidationConfiguration DEFAULT = new ValidationConfiguration(
            1, 30, Duration.ofHours(2), Duration.ofMinutes(30), List.of(Finding.DRIFT, Finding.ERROR));

    public ValidationConfiguration {
        requireNonNull(lag, "lag is null");
        requireNonNull(deadline, "deadline is null");
        failOn = List.copyOf(failOn);
        if (days < 1 || days > 90 || backfillDays < 0 || backfillDays > 365) {
            throw new IllegalArgumentException("days are from 1 to 90, days of back-fill from 0 to 365");
        }
    }
}
