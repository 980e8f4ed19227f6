package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.attack.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped weights are the fit's and nobody's hand's, and they don't know the sources they were fitted on. */
@Tag("slow")
class RelevanceWeightsTest {
    private static List<RelevanceExample> examples;

    @BeforeAll
    static void readTheArticlesOnce() throws IOException {
        assumeTrue(Files.isDirectory(SharedFolder.find("corpus/articles")), "no shared corpus");
        examples = RelevanceBench.examples();
    }

    /** To a tenth: the fit follows every change of the extractor a little, and the table needn't. */
    @Test
    void whatShipsIsWhatTheFitMakes() {
        List<RelevanceWeight> fitted = RelevanceBench.fitted(examples);
        for (RelevanceWeight shipped : RelevanceWeight.shipped()) {
            RelevanceWeight made = fitted.stream()
                    .filter(weight -> weight.family().equals(shipped.family()))
                    .findFirst()
                    .orElseThrow();
            assertThat(made.points()).as(shipped.family()).isCloseTo(shipped.points(), within(0.1));
        }
    }

    @Test
    void aSourceThatTheFitHasNotSeenIsReadAsWell() {
        RelevanceModel model = new RelevanceModel();
        int missed = 0;
        int mistaken = 0;
        for (String source :
                examples.stream().map(RelevanceExample::source).distinct().toList()) {
            List<RelevanceWeight> without = RelevanceBench.fitted(
                    examples.stream().filter(e -> !e.source().equals(source)).toList());
            for (RelevanceExample example : examples) {
                if (example.source().equals(source)
                        && example.judged(model, without).threat() != example.threat()) {
                    missed += example.threat() ? 1 : 0;
                    mistaken += example.threat() ? 0 : 1;
                }
            }
        }
        assertThat(missed).isLessThanOrEqualTo(count(true) / 20);
        assertThat(mistaken).isLessThanOrEqualTo(count(false) / 20);
    }

    private static int count(boolean threat) {
        return (int) examples.stream().filter(e -> e.threat() == threat).count();
    }
}
