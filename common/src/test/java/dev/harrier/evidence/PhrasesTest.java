package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final String LETTERS = "ab \u00e9";

    @Test
    void findsWhatAskingForEachAloneFinds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            List<String> phrases = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(i -> "ab".charAt(random.nextInt(2)) + text(random, 4))
                    .toList();
            String text = text(random, 12);

            assertThat(new Phrases(phrases).anyIn(text))
                    .as("seed %d: %s in '%s'", seed, phrases, text)
                    .isEqualTo(phrases.stream().anyMatch(text::contains));
        }
    }

    private static String text(Random random, int most) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
