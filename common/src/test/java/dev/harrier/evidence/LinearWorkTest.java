package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice the text is twice the work, counted and not timed, for every text that is meant to make extraction slow. */
class LinearWorkTest {
    private static final int LENGTH = 15_000;
    private static final double MOST = 2.3;
    /** Steps for a character of the text; 322 are the most that were counted. */
    private static final int CEILING = 400;

    private static ToLongFunction<String> work;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void loadCountedCode() throws ReflectiveOperationException {
        Object probe = new CountedCode()
                .loadClass(WorkProbe.class.getName())
                .getConstructor()
                .newInstance();
        work = (ToLongFunction<String>) probe;
        // What is loaded once, such as the lists of facts, is no work of a text.
        long loading = HostilePieces.all().values().stream()
                .mapToLong(piece -> work.applyAsLong(HostilePieces.repeated(piece, LENGTH / 10)))
                .sum();
        assertThat(loading).isPositive();
    }

    static Stream<String> names() {
        return HostilePieces.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void workIsLinear(String name) {
        String piece = HostilePieces.all().get(name);
        long once = work.applyAsLong(HostilePieces.repeated(piece, LENGTH));
        long twice = work.applyAsLong(HostilePieces.repeated(piece, 2 * LENGTH));
        assertThat((double) twice / once)
                .as("%s: %,d and %,d steps", name, once, twice)
                .isLessThan(MOST);
        assertThat(twice / (2 * LENGTH))
                .as("%s: steps for each character", name)
                .isLessThan(CEILING);
    }

    @Test
    void theSameTextIsTheSameWork() {
        String text = HostilePieces.repeated("see hxxp://evil[.]com/a or C:\\a b.exe ", LENGTH);
        assertThat(work.applyAsLong(text)).isEqualTo(work.applyAsLong(text)).isGreaterThan(LENGTH);
    }

    /** The measure itself: what takes quadratic time must be seen. */
    @Test
    void quadraticWorkIsSeen() {
        assertThat(searches(2_000) / (double) searches(1_000)).isGreaterThan(3);
    }

    private static long searches(int length) {
        Work.taken();
        String text = "a".repeat(length);
        for (int i = 0; i < length; i++) {
            Work.indexOf(text, 'b', i);
        }
        return Work.taken();
    }
}
