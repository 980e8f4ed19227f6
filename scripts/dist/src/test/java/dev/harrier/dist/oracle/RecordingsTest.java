package dev.harrier.dist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.dist.bench.SigmaSample;
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
    /** Recordings that hold nothing a hunt for their technique could see; the page argues each. */
    private static final List<String> NOT_SHOWN = List.of(
            "cmd_sharpview_pcre_net",
            "psh_python_webserver",
            "covenant_sharpsc_query_dcerpc_smb_svcctl",
            "covenant_sc_query_dcerpc_smb_svcctl");

    @Test
    void theRightHuntFiresOnFourOfFiveRecordings() throws IOException {
        Optional<Path> corpus = SigmaSample.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not here");
        List<Recordings.Recording> recordings = Recordings.attacks(corpus.get());
        Files.writeString(Path.of("target", "recordings.md"), Recordings.table(recordings));
        List<Recordings.Recording> shown = Recordings.covered(recordings).stream()
                .filter(recording -> !NOT_SHOWN.contains(recording.name()))
                .toList();
        long rightly = shown.stream().filter(Recordings.Recording::rightly).count();
        assertThat(rightly * 100).as("%d of %d", rightly, shown.size()).isGreaterThanOrEqualTo(shown.size() * 80L);
    }

    /** The seven that are found were looked at: each is an attack, see the page. */
    @Test
    void nothingBenignIsFoundAmongMostlyBenignEvents() {
        Optional<Path> corpus = SigmaSample.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not here");
        Recordings.Recording benign = Recordings.benign(corpus.get());
        assertThat(benign.fired().keySet())
                .extracting(hunt -> hunt.title())
                .isSubsetOf(
                        "Script host with an address started from the Run dialogue",
                        "Rundll32 runs a file from a user-writable path or a script",
                        "Mshta runs an address or inline script");
        assertThat(benign.fired().values())
                .allSatisfy(hits -> assertThat(Map.copyOf(hits).values()).allMatch(count -> count <= 4));
    }
}
