package dev.harrier.attack.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechniqueClassifierTest {
    private static final TechniqueClassifier CLASSIFIER = TechniqueClassifier.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The implant captures the screen every ten seconds.; T1113",
                "Keystrokes are recorded and written to a hidden log.; T1056",
                "A list of running processes is sent to the server.; T1057"
            })
    void namesWhatASentenceTellsOf(String sentence, String id) {
        assertThat(CLASSIFIER.classify(sentence, -2).stream()
                        .max(Comparator.comparingDouble(Likeness::margin))
                        .orElseThrow()
                        .id())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\uD800",
                "Our quarterly results were presented to shareholders on Tuesday.",
                "He is survived by his wife and three children."
            })
    void findsNothingWhereNothingIs(String sentence) {
        assertThat(CLASSIFIER.classify(sentence, -0.3)).isEmpty();
    }

    @Test
    void knowsOnlyTechniquesOfTheCatalogue() {
        assertThat(CLASSIFIER.classify("x", -100)).hasSizeGreaterThan(150).allSatisfy(likeness -> assertThat(
                        AttackCatalogue.shipped().current(likeness.id()))
                .isPresent());
    }

    @Test
    void refusesWeightsOfAnotherVersion() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> WeightsFormat.read(new ByteArrayInputStream(new byte[] {0, 0, 0, 99})))
                .withMessageContaining("version 99");
    }

    @Test
    @Tag("slow")
    void theSameTextsGiveTheShippedWeightsByteByByte() throws IOException {
        Path corpus = SharedFolder.find("corpus");
        assumeTrue(Files.isDirectory(corpus), "no shared corpus");
        try (InputStream shipped = TechniqueClassifier.class.getResourceAsStream("techniques.weights")) {
            assertThat(WeightsTrainer.train(corpus)).isEqualTo(shipped.readAllBytes());
        }
    }
}
