package dev.harrier.verdict;

/**
 * The numbers that the verdict rules use.
 *
 * @param spreadHosts an indicator seen on at least so many hosts raises
 * @param noisyHosts a behaviour on fewer hosts than this is never noisy
 * @param noisyHostShare a behaviour on at least this share of the reporting hosts, 0 to 1, may be noisy
 * @param noisyDayShare … if it was also seen on at least this share of the window's days, 0 to 1: a burst is no noise
 */
public record VerdictPolicy(int spreadHosts, int noisyHosts, double noisyHostShare, double noisyDayShare) {
    /** The defaults. */
    public static final VerdictPolicy DEFAULT = new VerdictPolicy(3, 5, 0.25, 0.5);

    public VerdictPolicy {
        if (spreadHosts < 1 || noisyHosts < 1) {
            throw new IllegalArgumentException("a number of hosts is below 1");
        }
        if (!(noisyHostShare >= 0 && noisyHostShare <= 1 && noisyDayShare >= 0 && noisyDayShare <= 1)) {
            throw new IllegalArgumentException("a share is outside 0..1");
        }
    }
}
