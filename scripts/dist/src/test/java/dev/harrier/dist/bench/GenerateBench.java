package dev.harrier.dist.bench;

import dev.harrier.article.ArticleReader;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import dev.harrier.pack.PackSeries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Prints how many articles a second become packs, every file of a pack written: round by round over the corpus, one after
 * another as {@code generate} does, by the clock and by the thread's CPU time; then in which classes of ours the last round's time went.
 */
final class GenerateBench {
    private static final Path ARTICLES = Path.of("../shared/corpus/articles");
    private static final int CLASSES = 24;

    private final PackMaker maker = PackMaker.shipped(false);
    private final List<ConnectorProvider> connectors = Connectors.discover();
    private final Map<String, Integer> samples = new ConcurrentHashMap<>();

    private GenerateBench() {}

    /** Word: how many rounds (6). */
    public static void main(String[] words) throws IOException, InterruptedException {
        GenerateBench bench = new GenerateBench();
        List<Path> files = files();
        int rounds = words.length == 0 ? 6 : Integer.parseInt(words[0]);
        for (int round = 1; round < rounds; round++) {
            bench.round(files);
        }
        Thread sampler = bench.sampler(Thread.currentThread());
        bench.round(files);
        sampler.interrupt();
        sampler.join();
        bench.profile();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ARTICLES)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** Its packs stay in the folder for temporary files. */
    private void round(List<Path> files) throws IOException {
        long cpu = cpu();
        long wall = System.nanoTime();
        long read = 0;
        PackSeries series = new PackSeries(maker);
        PackFolder packs = new PackFolder(Files.createTempDirectory("harrier-bench"), connectors);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            read += bytes.length;
            packs.write(series.next(ArticleReader.read(file.toString(), bytes)));
        }
        double seconds = (System.nanoTime() - wall) / 1e9;
        double own = (cpu() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d articles, %.1f MB: %.0f articles/s, %.2f MB/s by the clock; %.0f, %.2f by CPU time%n",
                files.size(),
                read / 1e6,
                files.size() / seconds,
                read / 1e6 / seconds,
                files.size() / own,
                read / 1e6 / own);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Thread sampler(Thread busy) {
        Thread sampler = new Thread(() -> {
            while (!Thread.interrupted()) {
                Stream.of(busy.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.startsWith("dev.harrier."))
                        .findFirst()
                        .ifPresent(name -> samples.merge(name, 1, Integer::sum));
            }
        });
        sampler.start();
        return sampler;
    }

    private void profile() {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(CLASSES)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT, "%5.1f %% %s%n", 100.0 * entry.getValue() / all, entry.getKey()));
    }
}
