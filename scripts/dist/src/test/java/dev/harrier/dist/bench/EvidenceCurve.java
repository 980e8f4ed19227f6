package dev.harrier.dist.bench;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.evidence.EvidenceExtractor;
import dev.harrier.evidence.HostilePieces;
import dev.harrier.evidence.Indicators;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how the cost of indicators grows with a text's length: megabytes (a million characters) for each second of the thread's
 * CPU time at 1, 5 and 20 megabytes, and how many times the cost of 5 megabytes 20 are; the slowest text last. Reading the text into
 * blocks is not counted, nor are garbage collections, which run on threads of their own. The sizes take turns,
 * each for as many megabytes in one go (a short go meets a quiet moment of the machine more easily than a long one), and the best of several rounds is taken: the first rounds of a new kind of text pay for compiling it, at whatever size. Start with a
 * heap that is there from the beginning ({@code -Xms} as {@code -Xmx}, {@code -XX:+AlwaysPreTouch}) and in large pages: else the rounds
 * that grow it pay for new pages, and long texts for looking pages up.
 */
final class EvidenceCurve {
    private static final int[] MEGABYTES = {1, 5, 20};
    private static final int[] TIMES = {20, 4, 1};
    private static final int ROUNDS = 7;

    private record Row(String name, List<Double> seconds) {
        private double speed(int size) {
            return MEGABYTES[size] / seconds.get(size);
        }

        private double worst() {
            return Math.min(speed(1), speed(2));
        }

        private String line() {
            return "%-22s %7.1f %7.1f %7.1f MB/s   20/5 = %.2f"
                    .formatted(name, speed(0), speed(1), speed(2), seconds.get(2) / seconds.get(1));
        }
    }

    private EvidenceCurve() {}

    /** Words: parts of the names to measure; none measures all. */
    public static void main(String[] names) {
        PrintStream out = System.out;
        out.println("text                      1 MB    5 MB   20 MB");
        rows(List.of(names))
                .sorted(Comparator.comparingDouble(Row::worst).reversed())
                .forEach(row -> out.println(row.line()));
    }

    private static Stream<Row> rows(List<String> names) {
        Stream<Row> corpus = Stream.of("corpus")
                .filter(name -> isWanted(names, name))
                .map(name -> row(name, EvidenceTexts.corpus()));
        Stream<Row> hostile = HostilePieces.all().entrySet().stream()
                .filter(piece -> isWanted(names, piece.getKey()))
                .map(piece -> row(piece.getKey(), piece.getValue()));
        return Stream.concat(corpus, hostile);
    }

    private static boolean isWanted(List<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static Row row(String name, String piece) {
        List<Article> articles = IntStream.of(MEGABYTES)
                .mapToObj(size -> ArticleReader.readText("curve", HostilePieces.repeated(piece, size * 1_000_000)))
                .toList();
        List<List<Double>> rounds = Stream.generate(() -> IntStream.range(0, MEGABYTES.length)
                        .mapToObj(size -> cost(articles.get(size), TIMES[size]))
                        .toList())
                .limit(ROUNDS)
                .toList();
        Row row = new Row(
                name,
                IntStream.range(0, MEGABYTES.length)
                        .mapToObj(size -> best(rounds, size))
                        .toList());
        System.err.println(row.line());
        return row;
    }

    private static double best(List<List<Double>> rounds, int size) {
        return rounds.stream().mapToDouble(costs -> costs.get(size)).min().orElseThrow();
    }

    private static double cost(Article article, int times) {
        return IntStream.range(0, times).mapToDouble(time -> cost(article)).sum() / times;
    }

    private static double cost(Article article) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Indicators found = new EvidenceExtractor().indicators(article);
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (found.indicators().size() > article.text().length()) {
            throw new IllegalStateException("more indicators than characters");
        }
        return (end - start) / 1e9;
    }
}
