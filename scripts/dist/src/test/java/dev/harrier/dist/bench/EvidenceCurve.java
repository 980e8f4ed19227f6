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
 * blocks is not counted, nor are garbage collections, which run on threads of their own. Each text is read some times before it counts, and
 * the best of several rounds is taken: the first rounds of a new kind of text pay for compiling it. Start with a heap that is there from
 * the beginning ({@code -Xms} as {@code -Xmx}, {@code -XX:+AlwaysPreTouch}): else the rounds that grow it pay for new pages.
 */
final class EvidenceCurve {
    private static final int[] MEGABYTES = {1, 5, 20};
    private static final int[] ROUNDS = {8, 5, 4};
    private static final int WARMING = 6;

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
        seconds(piece, MEGABYTES[0], WARMING);
        Row row = new Row(
                name,
                IntStream.range(0, MEGABYTES.length)
                        .mapToObj(size -> seconds(piece, MEGABYTES[size], ROUNDS[size]))
                        .toList());
        System.err.println(row.line());
        return row;
    }

    private static double seconds(String piece, int megabytes, int rounds) {
        Article article = ArticleReader.readText("curve", HostilePieces.repeated(piece, megabytes * 1_000_000));
        return Stream.generate(() -> cost(article))
                .limit(rounds)
                .min(Comparator.naturalOrder())
                .orElseThrow();
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
