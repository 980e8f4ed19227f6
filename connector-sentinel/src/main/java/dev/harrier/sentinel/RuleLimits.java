package dev.harrier.sentinel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What Sentinel and the Azure-Sentinel checks allow of a rule (Microsoft.SecurityInsights 2025-09-01; .script/tests there). */
final class RuleLimits {
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofDays(14);
    static final Duration LONGEST_SUPPRESSION = Duration.ofHours(24);
    static final Duration LONGEST_GROUPING = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(2);
    private static final Duration HOUR = Duration.ofHours(1);

    private RuleLimits() {}

    /** What is wrong with a schedule. */
    static List<String> schedule(Duration frequency, Duration period) {
        List<String> problems = new ArrayList<>();
        if (period.compareTo(frequency) < 0) {
            problems.add(
                    "lookback (queryPeriod) is shorter than frequency (queryFrequency): events between runs are missed");
        }
        if (period.compareTo(LONG) >= 0 && frequency.compareTo(HOUR) < 0) {
            problems.add("frequency (queryFrequency) must be 1h or more when lookback (queryPeriod) is 2d or more");
        }
        return problems;
    }
}
