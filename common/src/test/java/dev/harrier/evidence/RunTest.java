package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    /** Places are asked for in any order; each answer is that of a search from there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rememberingChangesNoAnswer(long seed) {
        Random random = new Random(seed);
        char[] text = new char[400];
        for (int i = 0; i < text.length; i++) {
            text[i] = random.nextInt(20) == 0 ? 'x' : random.nextBoolean() ? '[' : '(';
        }
        Run run = new Run(text, "[(");
        for (int k = 0; k < 2000; k++) {
            int from = random.nextInt(text.length + 1);
            assertThat(run.skip(from)).as("seed %d, from %d", seed, from).isEqualTo(searched(text, from));
        }
    }

    private static int searched(char[] text, int from) {
        int limit = Math.min(text.length, from + Rewriting.REACH);
        for (int k = from; k < limit; k++) {
            if (text[k] == 'x') {
                return k;
            }
        }
        return limit == text.length ? text.length : -1;
    }
}
