package dev.harrier.measure;

import java.util.List;

/**
 * How common a hunt's hits are on ordinary days.
 *
 * @param days that were counted wholly
 * @param daysWithHits of these
 * @param median hits a day
 * @param deviation median absolute deviation from it
 */
public record Prevalence(int days, int daysWithHits, double median, double deviation) {
    /** Nothing is known. */
    public static final Prevalence UNKNOWN = new Prevalence(0, 0, 0, 0);

    /** Of the hits of each counted day, in any order. */
    public static Prevalence of(List<Long> hits) {
        if (hits.isEmpty()) {
            return UNKNOWN;
        }
        double median = median(hits.stream().map(Long::doubleValue).toList());
        double deviation = median(hits.stream().map(n -> Math.abs(n - median)).toList());
        int withHits = (int) hits.stream().filter(n -> n > 0).count();
        return new Prevalence(hits.size(), withHits, median, deviation);
    }

    /** The share of days with a hit, 0 to 1. */
    public double share() {
        return days == 0 ? 0 : (double) daysWithHits / days;
    }

    /** A number of hits a day above which a day stands out: so many deviations above the median, and as many times it. */
    public double unusualAbove(double deviations, double times) {
        double normal = 1.4826 * deviation;
        return Math.max(median * times, median + deviations * Math.max(1, normal));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
