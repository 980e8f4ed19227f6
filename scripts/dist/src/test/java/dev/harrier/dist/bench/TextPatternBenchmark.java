package dev.harrier.dist.bench;

import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Literal;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every Sigma value passes through a pattern; a large rule folder has tens of thousands. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class TextPatternBenchmark {
    private final List<TextPattern.Part> parts = List.of(
            Wildcard.ANY_RUN, new Literal("\\power"), new Literal("shell"), Wildcard.ANY_CHARACTER, Wildcard.ANY_RUN);

    @Benchmark
    public TextPattern normalise() {
        return new TextPattern(parts);
    }
}
