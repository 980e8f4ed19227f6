package dev.harrier.watch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether two articles tell of the same campaign: in the same words, or with the same indicators, and within a month.
 *
 * <p>The thresholds stand in the gaps that 308 articles (47,278 pairs, {@code SameStoryTest}) leave. Words: the four pairs of copies have a
 * resemblance of 1.00, the most alike of the others 0.44 (a project's release notes) and 0.17 (two threat reports). Indicators: two
 * vendors' reports of one campaign share 13, which are 0.81 of the shorter list; of others that share three, the most is 0.20.
 */
final class SameStory {
    static final double RESEMBLANCE = 0.5;
    static final int SHARED = 3;
    static final double OVERLAP = 0.5;
    static final int DAYS = 30;

    private SameStory() {}

    static boolean tell(Signature one, Signature other) {
        return near(one.published(), other.published())
                && (one.sketch().resemblance(other.sketch()) >= RESEMBLANCE || sameIndicators(one, other));
    }

    private static boolean sameIndicators(Signature one, Signature other) {
        return one.shared(other) >= SHARED && one.overlap(other) >= OVERLAP;
    }

    private static boolean near(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isEmpty() || Math.abs(ChronoUnit.DAYS.between(one.get(), other.get())) <= DAYS;
    }
}
