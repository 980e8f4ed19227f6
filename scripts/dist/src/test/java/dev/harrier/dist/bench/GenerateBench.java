package dev.harrier.dist.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.hunt.Hunt;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import dev.harrier.pack.PackQueue;
import dev.harrier.pack.PackSeries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Prints how many articles a second become packs, round by round over the corpus, by the clock and by the process's CPU time: first in
 * memory (articles to hunts and their queries in every language), then with every file of a pack written, as {@code generate} does; then
 * in which classes of ours the time of a last round went.
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
            bench.inMemory(files);
        }
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

    private void inMemory(List<Path> files) throws IOException {
        PackSeries series = new PackSeries(maker);
        timed(
                "in memory",
                files,
                article -> {
                    for (Hunt hunt : series.next(article).hunts()) {
                        connectors.forEach(connector -> connector.dialect().renderForFiles(hunt));
                    }
                },
                () -> {});
    }

    /** Its packs stay in the folder for temporary files. */
    private void round(List<Path> files) throws IOException {
        PackSeries series = new PackSeries(maker);
        PackFolder packs = new PackFolder(Files.createTempDirectory("harrier-bench"), connectors);
        PackQueue queue = new PackQueue(packs, (pack, folder) -> {});
        timed("written", files, article -> queue.write(series.next(article)), queue::close);
    }

    private void timed(String what, List<Path> files, Consumer<Article> work, Runnable end) throws IOException {
        long cpu = cpu();
        long wall = System.nanoTime();
        long read = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            read += bytes.length;
            work.accept(ArticleReader.read(file.toString(), bytes));
        }
        end.run();
        double seconds = (System.nanoTime() - wall) / 1e9;
        double own = (cpu() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d articles, %.1f MB: %.0f articles/s, %.2f MB/s by the clock; %.0f, %.2f by CPU time%n",
                what,
                files.size(),
                read / 1e6,
                files.size() / seconds,
                read / 1e6 / seconds,
                files.size() / own,
                read / 1e6 / own);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
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
