package dev.harrier.verdict;

/**
 * The numbers that the verdict rules use; {@code VERDICTS.md} shows where.
 *
 * @param spreadHosts an indicator seen on at least so many hosts raises
 * @param noisyHosts a behaviour on fewer hosts than this is never noisy
 * @param noisyHostShare a behaviour on at least this share of the reporting hosts, 0 to 1, may be noisy
 * @param noisyDayShare … if it was also seen on at least this share of the days, 0 to 1: a burst is no noise
 * @param historyDays days before the campaign that must have been counted before they say what is usual
 * @param burstDeviations hits a day further than so many (normalised) deviations above the median are a burst …
 * @param burstTimes … if they are also so many times the median
 * @param reportingShare no hit is quiet only if at least this share of the usual hosts reported, 0 to 1
 * @param dispositions analysts' decisions that it takes before they count
 * @param falsePositiveShare this share of them, 0 to 1, makes a hunt noisy
 */
public record VerdictPolicy(
        int spreadHosts,
        int noisyHosts,
        double noisyHostShare,
        double noisyDayShare,
        int historyDays,
        double burstDeviations,
        double burstTimes,
        double reportingShare,
        int dispositions,
        double falsePositiveShare) {
    /** The defaults. */
    public static final VerdictPolicy DEFAULT = new VerdictPolicy(3, 5, 0.25, 0.5, 7, 5, 3, 0.5, 3, 0.8);

    public VerdictPolicy {
        if (spreadHosts < 1 || noisyHosts < 1 || historyDays < 1 || dispositions < 1) {
            throw new IllegalArgumentException("a number of hosts, days or decisions is below 1");
        }
        if (!isShare(noisyHostShare)
                || !isShare(noisyDayShare)
                || !isShare(reportingShare)
                || !isShare(falsePositiveShare)) {
            throw new IllegalArgumentException("a share is outside 0..1");
        }
        if (!(burstDeviations > 0 && burstTimes >= 1)) {
            throw new IllegalArgumentException("a burst is no more than what is usual");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
