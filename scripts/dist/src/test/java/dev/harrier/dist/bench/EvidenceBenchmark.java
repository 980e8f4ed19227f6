package dev.harrier.dist.bench;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import dev.harrier.evidence.HostilePieces;
import dev.harrier.evidence.Indicators;
import java.util.concurrent.TimeUnit;
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
 * Reading and extraction of one long text, in milliseconds: megabytes of text by that are its speed. The text is the corpus, its
 * documents one after another and over again up to the size. {@link EvidenceCurve} measures hostile texts.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 12, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class EvidenceBenchmark {
    @Param({"1", "5", "20"})
    public int megabytes;

    private final EvidenceExtractor extractor = new EvidenceExtractor();
    private String text;
    private Article article;

    /** Makes the text, cut to its size. */
    @Setup
    public void write() {
        text = HostilePieces.repeated(EvidenceTexts.corpus(), megabytes * 1_000_000);
        article = read();
    }

    @Benchmark
    public Article read() {
        return ArticleReader.readText("benchmark", text);
    }

    @Benchmark
    public Indicators indicators() {
        return extractor.indicators(article);
    }

    @Benchmark
    public Evidence extract() {
        return extractor.extract(article);
    }
}
