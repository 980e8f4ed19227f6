package dev.harrier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether what is called 70 % likely is right 7 times in 10.
 *
 * @param counts judged in each tenth
 * @param likely sum of what was thought
 * @param right how many were
 */
record Reliability(int[] counts, double[] likely, int[] right) {
    static Reliability of(List<ReportMeasure.Judged> judged) {
        Reliability table = new Reliability(new int[10], new double[10], new int[10]);
        for (ReportMeasure.Judged one : judged) {
            int bin = Math.min(9, (int) (one.probability() * 10));
            table.counts[bin]++;
            table.likely[bin] += one.probability();
            table.right[bin] += one.right() ? 1 : 0;
        }
        return table;
    }

    /** The mean distance between thought and right, each technique of a report counting alike. */
    double error() {
        double sum = 0;
        int all = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += Math.abs(likely[bin] - right[bin]);
            all += counts[bin];
        }
        return sum / all;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            double n = Math.max(1, counts[bin]);
            lines.add(String.format(
                    Locale.ROOT, "%4d judged %.2f likely, %.2f right", counts[bin], likely[bin] / n, right[bin] / n));
        }
        lines.add(String.format(Locale.ROOT, "expected calibration error %.4f", error()));
        return lines;
    }
}
