package dev.harrier.dist.bench;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.Assessor;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.classify.Likeness;
import dev.harrier.attack.classify.TechniqueClassifier;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The classifier over every sentence of an article, and the whole assessment of it, in milliseconds; 20,000 by 5,000 words is its
 * linearity. The article is the beginning of the corpus's threat articles one after another ({@code -Dcorpus=FOLDER}, default
 * {@code ../shared/corpus/articles/threat}).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class TechniqueBenchmark {
    private static final String CORPUS = System.getProperty("corpus", "../shared/corpus/articles/threat");
    private static final double LEAST = -0.8;

    @Param({"5000", "20000"})
    public int words;

    private final Assessor assessor = new Assessor(AttackCatalogue.shipped());
    private Article article;
    private Evidence evidence;
    private List<String> sentences;

    /** Makes the article, and reads its evidence. */
    @Setup
    public void read() {
        String text =
                Arrays.stream(corpus().split("(?<=\\s)(?=\\S)")).limit(words).collect(Collectors.joining());
        article = ArticleReader.readText("benchmark", text);
        evidence = new EvidenceExtractor().extract(article);
        sentences = List.of(article.text().split("(?<=[.!?])\\s+|\\n+"));
    }

    private static String corpus() {
        try (Stream<Path> files = Files.walk(Path.of(CORPUS))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(TechniqueBenchmark::words)
                    .collect(Collectors.joining("\n\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no articles in " + CORPUS, unreadable);
        }
    }

    private static String words(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " can't be read", unreadable);
        }
    }

    @Benchmark
    public List<List<Likeness>> classify() {
        return sentences.stream()
                .map(sentence -> TechniqueClassifier.shipped().classify(sentence, LEAST))
                .toList();
    }

    @Benchmark
    public Assessment assess() {
        return assessor.assess(article, evidence);
    }
}
