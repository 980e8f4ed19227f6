package dev.harrier.assess;

import dev.harrier.attack.SharedFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code scripts/bench relevance}: per source what the shipped weights say of it, and what weights say that were fitted without it;
 * the list of errors; how far each weight moves when one source is left out. {@code --write FILE} writes the fitted weights.
 */
final class RelevanceBench {
    /** Chosen by the errors on left-out sources among 1, 2, 3, 4 and 0.1, 0.3, 1, 3, 10, 30; neighbours differ by 0 to 6 of 423. */
    static final double TOWARDS = 2;

    static final double RIDGE = 1;

    private final RelevanceModel model = new RelevanceModel();
    private final List<RelevanceWeight> shipped = RelevanceWeight.shipped();
    private final List<RelevanceExample> all;
    private final List<List<RelevanceWeight>> folds = new ArrayList<>();
    private final PrintStream out;

    RelevanceBench(List<RelevanceExample> all, PrintStream out) {
        this.all = all;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<RelevanceExample> examples = examples();
        if (arguments.length == 2 && arguments[0].equals("--write")) {
            Files.writeString(Path.of(arguments[1]), table(fitted(examples)));
        } else {
            new RelevanceBench(examples, out).print();
        }
    }

    static List<RelevanceExample> examples() throws IOException {
        List<RelevanceExample> all = new ArrayList<>(RelevanceExample.articles(SharedFolder.find("corpus/articles")));
        all.addAll(RelevanceExample.cases());
        return all;
    }

    static List<RelevanceWeight> fitted(List<RelevanceExample> examples) {
        return RelevanceFit.of(examples, RelevanceWeight.shipped(), TOWARDS, RIDGE);
    }

    /** {@code relevance-weights.tsv} as it is to be shipped. */
    static String table(List<RelevanceWeight> weights) {
        return weights.stream()
                .map(w -> String.join("\t", w.family(), w.leaning(), number(w.points()), number(w.cap()), w.why()))
                .collect(Collectors.joining("\n", "family\tleaning\tpoints\tcap\twhy\n", "\n"));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private void print() {
        out.println(
                "source                          class       n  shipped wrong  left-out wrong  of these HIGH or above");
        all.stream()
                .map(RelevanceExample::source)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(this::printSource);
        printWeights();
    }

    private void printSource(String source) {
        List<RelevanceWeight> without = fitted(
                all.stream().filter(example -> !example.source().equals(source)).toList());
        folds.add(without);
        for (boolean threat : new boolean[] {true, false}) {
            List<RelevanceExample> own = all.stream()
                    .filter(e -> e.source().equals(source) && e.threat() == threat)
                    .toList();
            if (!own.isEmpty()) {
                printClass(source, threat, own, without);
            }
        }
    }

    private void printClass(String source, boolean threat, List<RelevanceExample> own, List<RelevanceWeight> without) {
        List<String> now = wrong(own, shipped);
        List<String> then = wrong(own, without);
        long high = threat
                ? 0
                : own.stream()
                        .filter(e -> e.isHigh(model.judge(e.reading(), e.factors())))
                        .count();
        out.printf(
                Locale.ROOT,
                "%-31s %-9s %4d %14d %15d %23s%n",
                source.replaceFirst(".*/(?=[a-z]+_)", ""),
                threat ? "threat" : "other",
                own.size(),
                now.size(),
                then.size(),
                threat ? "" : high);
        now.forEach(name -> out.println("    shipped:  " + name));
        then.forEach(name -> out.println("    left out: " + name));
    }

    private List<String> wrong(List<RelevanceExample> examples, List<RelevanceWeight> weights) {
        List<String> wrong = new ArrayList<>();
        for (RelevanceExample example : examples) {
            Relevance said = example.judged(model, weights);
            if (said.threat() != example.threat()) {
                wrong.add(example.name() + " (" + said.kind().words() + ")");
            }
        }
        return wrong;
    }

    private void printWeights() {
        out.println("factor               leaning                 points, lowest and highest with a source left out");
        for (int i = 0; i < shipped.size(); i++) {
            int factor = i;
            double[] points = folds.stream()
                    .mapToDouble(fold -> fold.get(factor).points())
                    .sorted()
                    .toArray();
            out.printf(
                    Locale.ROOT,
                    "%-20s %-22s %7.2f  %6.2f … %.2f%n",
                    shipped.get(i).family(),
                    shipped.get(i).leaning(),
                    shipped.get(i).points(),
                    points[0],
                    points[points.length - 1]);
        }
    }
}
