package dev.harrier.assess;

import dev.harrier.attack.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns {@code technique-calibration.tsv} from labelled reports: {@code scripts/train}. First a logistic model of the factors (Newton's
 * method, a small L2 penalty), then for each technique one more Newton step on what that leaves, held back by {@link #CAUTION}: a
 * technique that was seen in few reports stays near 0.
 */
final class CalibrationTrainer {
    private static final double PENALTY = 1;
    private static final double CAUTION = 2;
    private static final int ROUNDS = 30;
    /** Less is no correction worth a line. */
    private static final double SMALLEST = 0.05;

    private final List<double[]> factors = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<String> techniques = new ArrayList<>();

    private CalibrationTrainer(List<LabelledReport> reports) {
        for (LabelledReport report : reports) {
            if (report.account()) {
                report.grounds().forEach(grounds -> add(report, grounds));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), table(LabelledReport.all(SharedFolder.find("corpus"))));
    }

    static String table(List<LabelledReport> reports) {
        CalibrationTrainer trainer = new CalibrationTrainer(reports);
        double[] weights = trainer.weights();
        StringBuilder table = new StringBuilder("factor\tweight\n");
        for (int i = 0; i < weights.length; i++) {
            table.append(row(TechniqueCalibration.FACTORS.get(i), weights[i]));
        }
        trainer.corrections(weights).forEach((technique, correction) -> table.append(row(technique, correction)));
        return table.toString();
    }

    static TechniqueCalibration learn(List<LabelledReport> reports) {
        CalibrationTrainer trainer = new CalibrationTrainer(reports);
        double[] weights = trainer.weights();
        return new TechniqueCalibration(weights, trainer.corrections(weights));
    }

    private static String row(String name, double weight) {
        return String.format(Locale.ROOT, "%s\t%.3f\n", name, weight);
    }

    private void add(LabelledReport report, TechniqueGrounds grounds) {
        factors.add(TechniqueCalibration.factors(grounds));
        right.add(report.shows(grounds.parent().id()));
        techniques.add(grounds.parent().id());
    }

    private double[] weights() {
        double[] weights = new double[TechniqueCalibration.FACTORS.size()];
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = Equations.solve(curvature(weights), slope(weights));
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step[i];
            }
        }
        return weights;
    }

    private double[][] curvature(double[] weights) {
        double[][] sums = new double[weights.length][weights.length];
        for (int i = 1; i < weights.length; i++) {
            sums[i][i] = PENALTY;
        }
        for (double[] x : factors) {
            double likely = likely(weights, x);
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    sums[i][j] += likely * (1 - likely) * x[i] * x[j];
                }
            }
        }
        return sums;
    }

    private double[] slope(double[] weights) {
        double[] slope = Arrays.stream(weights).map(weight -> -PENALTY * weight).toArray();
        slope[0] = 0;
        for (int row = 0; row < factors.size(); row++) {
            double rest = rest(weights, row);
            for (int i = 0; i < slope.length; i++) {
                slope[i] += rest * factors.get(row)[i];
            }
        }
        return slope;
    }

    private Map<String, Double> corrections(double[] weights) {
        Map<String, double[]> sums = new TreeMap<>();
        for (int row = 0; row < factors.size(); row++) {
            double likely = likely(weights, factors.get(row));
            double[] sum = sums.computeIfAbsent(techniques.get(row), technique -> new double[2]);
            sum[0] += rest(weights, row);
            sum[1] += likely * (1 - likely);
        }
        Map<String, Double> corrections = new TreeMap<>();
        sums.forEach((technique, sum) -> corrections.put(technique, sum[0] / (sum[1] + CAUTION)));
        corrections.values().removeIf(correction -> Math.abs(correction) < SMALLEST);
        return corrections;
    }

    private double rest(double[] weights, int row) {
        return (right.get(row) ? 1 : 0) - likely(weights, factors.get(row));
    }

    private static double likely(double[] weights, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
