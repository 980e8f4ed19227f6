package dev.harrier.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SketchTest {
    @Test
    void layoutCaseAndPunctuationDoNotCount() {
        Sketch one = Sketch.of("The actor used a loader, and then rclone.");
        assertThat(Sketch.of("the ACTOR used\n\n> a loader and then (rclone)").resemblance(one))
                .isEqualTo(1);
    }

    @Test
    void textsWithoutACommonRunDoNotResembleEachOther() {
        assertThat(Sketch.of("one two three four five").resemblance(Sketch.of("five four three two one")))
                .isZero();
        assertThat(Sketch.of("").resemblance(Sketch.of(""))).isZero();
        assertThat(Sketch.of("two words").resemblance(Sketch.of("Two words"))).isEqualTo(1);
    }

    /** Against the exact share, on random texts that have more and less in common; the seed is fixed and printed. */
    @Test
    void theEstimateIsCloseToTheExactResemblance() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            List<String> one = words(random, 3_000);
            List<String> other = new ArrayList<>(one.subList(0, random.nextInt(3_000)));
            other.addAll(words(random, 1 + random.nextInt(3_000)));
            assertThat(Sketch.of(String.join(" ", one)).resemblance(Sketch.of(String.join(" ", other))))
                    .as("seed %d, run %d", seed, run)
                    .isCloseTo(exact(one, other), within(0.12));
        }
    }

    @Test
    void aLongTextIsSketchedInASmallSpace() {
        assertThat(Sketch.of(String.join(" ", words(new Random(1), 50_000))).hashes())
                .hasSize(Sketch.SIZE)
                .isSorted();
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(String.format(Locale.ROOT, "w%d", random.nextInt(5_000)));
        }
        return words;
    }

    private static double exact(List<String> one, List<String> other) {
        Set<List<String>> first = runs(one);
        Set<List<String>> second = runs(other);
        Set<List<String>> union = new HashSet<>(first);
        union.addAll(second);
        first.retainAll(second);
        return (double) first.size() / union.size();
    }

    private static Set<List<String>> runs(List<String> words) {
        Set<List<String>> runs = new HashSet<>();
        for (int i = 0; i + Sketch.WORDS <= words.size(); i++) {
            runs.add(words.subList(i, i + Sketch.WORDS));
        }
        return runs;
    }
}
