package dev.harrier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether what is called 70 % likely is right 7 times in 10. */
final class Reliability {
    /** Judged in each tenth, what was thought of these in sum, and how many were right. */
    private final int[] counts = new int[10];

    private final double[] likely = new double[10];
    private final int[] right = new int[10];

    static Reliability of(List<ReportMeasure.Judged> judged) {
        Reliability table = new Reliability();
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
