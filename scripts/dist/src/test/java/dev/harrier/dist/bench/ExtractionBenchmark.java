package dev.harrier.dist.bench;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Reading and extraction of one long text, in milliseconds: megabytes of text by that are its speed, and 20 by 5 megabytes its
 * linearity. The text is the corpus's articles one after another ({@code -Dcorpus=FOLDER}, default {@code ../shared/corpus/articles})
 * or a hostile piece over and over.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ExtractionBenchmark {
    private static final String CORPUS = System.getProperty("corpus", "../shared/corpus/articles");

    @Param({"corpus", ".", "[", "[.]", "a@b.", "/", "deadbeef0", "http://a.com((", "HKLM\\a b ", "evil.com ", "....\n"})
    public String piece;

    @Param({"1", "5", "20"})
    public int megabytes;

    private final EvidenceExtractor extractor = new EvidenceExtractor();
    private String text;
    private Article article;

    /** Makes the text, cut to its size. */
    @Setup
    public void write() {
        String once = piece.equals("corpus") ? corpus() : piece;
        int length = megabytes * 1_000_000;
        text = once.repeat(length / once.length() + 1).substring(0, length);
        article = read();
    }

    private static String corpus() {
        try (Stream<Path> files = Files.walk(Path.of(CORPUS))) {
            List<Path> articles = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(?:md|adoc|txt)"))
                    .sorted()
                    .toList();
            return articles.stream().map(ExtractionBenchmark::words).collect(Collectors.joining("\n"));
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
    public Article read() {
        return ArticleReader.readText("benchmark", text);
    }

    @Benchmark
    public Evidence extract() {
        return extractor.extract(article);
    }
}
