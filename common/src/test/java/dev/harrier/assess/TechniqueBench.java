package dev.harrier.assess;

import dev.harrier.attack.SharedFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints what {@code TECHNIQUES.md} quotes of AnnoCTR: {@code scripts/bench techniques}. */
final class TechniqueBench {
    private static final double[] POINTS = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8};

    private final PrintStream out;
    private final ReportMeasure measure;

    private TechniqueBench(PrintStream out, ReportMeasure measure) {
        this.out = out;
        this.measure = measure;
    }

    public static void main(String[] arguments) throws IOException {
        List<LabelledReport> reports = LabelledReport.all(SharedFolder.find("corpus"));
        new TechniqueBench(System.out, new ReportMeasure(reports)).print();
    }

    private void print() {
        print("id or name", measure.idsAndNames());
        print("rules alone", measure.rules());
        List<ReportMeasure.Judged> both = measure.judge(ground -> true);
        List<ReportMeasure.Judged> rules = measure.judge(Ground::isRule);
        List<ReportMeasure.Judged> classifier = measure.judge(ground -> !ground.isRule());
        print("rules weighed", measure.told(rules, TechniqueFinder.OPERATING_POINT));
        print("classifier alone", measure.told(classifier, TechniqueFinder.OPERATING_POINT));
        print("both", measure.told(both, TechniqueFinder.OPERATING_POINT));
        for (double point : POINTS) {
            print("both at " + point, measure.told(both, point));
        }
        Reliability.of(both).lines().forEach(out::println);
    }

    private void print(String name, Map<String, Set<String>> told) {
        out.printf(
                "%-18s exact %s  parent %s%n",
                name, Tally.line(measure.exact(told)), Tally.line(measure.parents(told)));
    }
}
