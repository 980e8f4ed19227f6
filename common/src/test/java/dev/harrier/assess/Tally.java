package dev.harrier.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Hits, false alarms and misses of one report or of several. */
record Tally(int hits, int falseAlarms, int misses) {
    private static final int ROUNDS = 2000;
    private static final long SEED = 20261122;

    static Tally exact(Set<String> gold, Set<String> told) {
        Set<String> both = new TreeSet<>(gold);
        both.retainAll(told);
        return new Tally(both.size(), told.size() - both.size(), gold.size() - both.size());
    }

    static Tally parents(Set<String> gold, Set<String> told) {
        return exact(parents(gold), parents(told));
    }

    private static Set<String> parents(Set<String> ids) {
        return ids.stream().map(LabelledReport::parentOf).collect(Collectors.toSet());
    }

    static Tally sum(List<Tally> some) {
        return some.stream()
                .reduce(
                        new Tally(0, 0, 0),
                        (a, b) -> new Tally(a.hits + b.hits, a.falseAlarms + b.falseAlarms, a.misses + b.misses));
    }

    double precision() {
        return hits / (double) Math.max(1, hits + falseAlarms);
    }

    double recall() {
        return hits / (double) Math.max(1, hits + misses);
    }

    double f1() {
        return 2.0 * hits / Math.max(1, 2 * hits + falseAlarms + misses);
    }

    /** Micro figures with the 95 % interval of F1, the reports drawn anew. */
    static String line(List<Tally> reports) {
        Random random = new Random(SEED);
        double[] drawn = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            drawn[round] = sum(random.ints(reports.size(), 0, reports.size())
                            .mapToObj(reports::get)
                            .toList())
                    .f1();
        }
        Arrays.sort(drawn);
        Tally all = sum(reports);
        return String.format(
                Locale.ROOT,
                "P %.3f R %.3f F1 %.3f [%.3f, %.3f]",
                all.precision(),
                all.recall(),
                all.f1(),
                drawn[ROUNDS / 40],
                drawn[ROUNDS - 1 - ROUNDS / 40]);
    }
}
