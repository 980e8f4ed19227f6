package dev.harrier.dist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.dist.bench.SigmaSample;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A slice of what {@code scripts/bench pysigma} runs: our own texts find what they must, and most of theirs agree. */
@Tag("slow")
class PySigmaTest {
    @Test
    void ourTextsAreRightAndMostOfTheirsAgree() throws IOException, SQLException {
        Optional<Path> corpus = SigmaSample.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not here");
        PySigma comparison = PySigma.run(corpus.get(), SigmaSample.read().orElseThrow(), "proc_creation_win_malware");
        long all = comparison.outcomes().size();
        assertThat(all).isGreaterThan(20);
        assertThat(comparison.outcomes())
                .noneMatch(outcome -> outcome.verdict().startsWith("ours misses")
                        || outcome.verdict().startsWith("ours finds more")
                        || outcome.verdict().startsWith("ours not run"));
        assertThat(comparison.outcomes().stream()
                        .filter(outcome -> outcome.verdict().equals("ours right, pySigma's right"))
                        .count())
                .as("%s", comparison.counts())
                .isGreaterThan(all / 2);
    }
}
