package dev.harrier.attack.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceFeaturesTest {
    @Test
    void caseAndWhatStandsBetweenWordsDoNotMatter() {
        assertThat(SentenceFeatures.of("It DROPS a file.")).isEqualTo(SentenceFeatures.of("it drops \"a\" — file"));
    }

    @Test
    void theOrderOfWordsMatters() {
        assertThat(SentenceFeatures.of("file drops")).isNotEqualTo(SentenceFeatures.of("drops file"));
    }

    @Test
    void aWordIsItselfAndItsPiecesWithTheBlanksAround() {
        // "abc": the word; " ab", " abc", " abc ", "abc", "abc ", "bc "
        assertThat(SentenceFeatures.of("abc")).hasSize(7).doesNotHaveDuplicates();
        assertThat(SentenceFeatures.of("abc abc")).hasSize(15);
    }

    @Test
    void nothingHasNoFeature() {
        assertThat(SentenceFeatures.of("")).isEmpty();
        assertThat(SentenceFeatures.of(" …|— ")).isEmpty();
    }

    @Test
    void featuresGrowNoFasterThanTheText() {
        String word = "powershell ";
        assertThat(SentenceFeatures.of(word.repeat(2000)).length)
                .isLessThanOrEqualTo(2 * SentenceFeatures.of(word.repeat(1000)).length + 1);
        assertThat(SentenceFeatures.of("x".repeat(20_000)).length).isLessThanOrEqualTo(60_001);
    }
}
