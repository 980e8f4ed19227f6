package dev.harrier.report.validation;

import dev.harrier.report.Gravity;
import dev.harrier.report.Html;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One target's verdicts as one bar, the gravest first. */
final class VerdictChart {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 18;

    private VerdictChart() {}

    static Html of(String target, Map<Verdict, Integer> tally) {
        long all = tally.values().stream().mapToLong(Integer::longValue).sum();
        List<Html> parts = new ArrayList<>();
        long before = 0;
        for (Verdict verdict : Gravity.order()) {
            int count = tally.getOrDefault(verdict, 0);
            int left = at(before, all);
            before += count;
            if (count > 0) {
                int width = Math.max(2, at(before, all) - left);
                parts.add(Svg.box("part." + verdict.word(), left, 0, width, HEIGHT, count + " " + verdict.word()));
            }
        }
        return Svg.chart("tally", WIDTH, HEIGHT, target + ": " + words(tally), parts.toArray(new Html[0]));
    }

    private static int at(long count, long all) {
        return all == 0 ? 0 : (int) (WIDTH * count / all);
    }

    private static String words(Map<Verdict, Integer> tally) {
        return Gravity.order().stream()
                .filter(tally::containsKey)
                .map(verdict -> tally.get(verdict) + " " + verdict.word())
                .collect(Collectors.joining(", "));
    }
}
