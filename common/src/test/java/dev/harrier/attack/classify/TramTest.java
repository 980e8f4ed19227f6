package dev.harrier.attack.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.attack.SharedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TramTest {
    @Test
    void namesTheTechniqueOfSpansFromReportsThatItHasNotSeen() {
        Path corpus = SharedFolder.find("corpus");
        assumeTrue(Files.isDirectory(corpus), "no shared corpus");
        TramMeasure measure = new TramMeasure(new TrainingTexts(corpus));
        assertThat(measure.share(measure.wrong(true))).isGreaterThanOrEqualTo(0.83);
    }
}
