package dev.harrier.dist.bench;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Rules per second, parsed and rendered to SPL and KQL in the default profiles, on all cores; {@code -t 1} for one. The sample has
 * 1,308 rules.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(Threads.MAX)
@Warmup(iterations = 12, time = 3)
@Measurement(iterations = 5, time = 4)
@State(Scope.Benchmark)
public class ConversionBenchmark {
    private static final int RULES = 1308;

    private final Map<String, String> rules = SigmaSample.read().orElseThrow();
    private final List<Dialect> dialects =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();

    @Benchmark
    @OperationsPerInvocation(RULES)
    public void convert(Blackhole hole) {
        rules.forEach((name, yaml) -> SigmaReader.read(yaml, name).forEach(rule -> render(rule, hole)));
    }

    @Benchmark
    @OperationsPerInvocation(RULES)
    public void parse(Blackhole hole) {
        rules.forEach((name, yaml) -> hole.consume(SigmaReader.read(yaml, name)));
    }

    private void render(SigmaRule rule, Blackhole hole) {
        if (rule.detection().isPresent()) {
            Hunt hunt = rule.toHunt();
            dialects.forEach(d -> hole.consume(d.render(hunt, d.defaultProfile())));
        }
    }
}
