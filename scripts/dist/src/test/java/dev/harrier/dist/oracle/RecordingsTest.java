package dev.harrier.dist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.dist.bench.SigmaSample;
import dev.harrier.hunt.Hunt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalogue over real recordings, against the numbers that {@code scripts/dist/ORACLES.md} gives. */
@Tag("slow")
class RecordingsTest {
    /** The page argues each of the others. */
    @Test
    void theRightHuntFiresOnEveryRecordingAndFewOthers() throws IOException {
        Optional<Path> corpus = SigmaSample.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not here");
        List<Recordings.Recording> recordings = Recordings.attacks(corpus.get());
        Files.writeString(Path.of("target", "recordings.md"), Recordings.table(recordings));
        assertThat(Recordings.covered(recordings)).hasSize(20).allMatch(Recordings.Recording::rightly);
        assertThat(recordings)
                .flatExtracting(Recordings.Recording::unrelated)
                .extracting(Hunt::title)
                .containsExactlyInAnyOrder(
                        "Windows firewall opened or switched off from a shell",
                        "PowerShell engine run inside another program",
                        "LSASS opened for reading its memory by an unusual program");
    }

    /** Among the mostly benign events lies an intrusion: all seven hits are its own, see the page. */
    @Test
    void nothingBenignIsFoundAmongMostlyBenignEvents() throws IOException {
        Optional<Path> corpus = SigmaSample.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not here");
        List<Recordings.Recording> parts = Recordings.benign(corpus.get());
        assertThat(parts.get(1).fired()).isEmpty();
        assertThat(parts.get(0).fired().values())
                .as("hits in each language")
                .allSatisfy(hits -> assertThat(Map.copyOf(hits)).containsOnlyKeys("kql", "spl"))
                .hasSize(3);
        assertThat(parts.get(0).fired().values().stream()
                        .mapToLong(hits -> hits.get("spl"))
                        .sum())
                .isEqualTo(7);
    }
}
