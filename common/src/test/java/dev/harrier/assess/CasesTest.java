package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own traps and stories, whose answers were written down before any weight was tuned. */
class CasesTest {
    @ParameterizedTest
    @CsvSource({"traps.jsonl, 75, 0.88", "stories.jsonl, 40, 0.65"})
    void anAnalystWouldSignMostOfThem(String file, int expected, double rate) throws IOException {
        List<Case> cases = Case.of(file);
        assertThat(cases).hasSize(expected);
        long right = cases.stream().filter(CasesTest::isRight).count();
        System.out.println(file + ": " + right + " of " + expected);
        assertThat((double) right / expected).isGreaterThanOrEqualTo(rate);
    }

    private static boolean isRight(Case one) {
        Assessment found = one.assessed();
        List<String> faults = one.faults(found);
        if (!faults.isEmpty()) {
            System.out.println("  " + one.article().id() + ": " + faults);
            if (Boolean.getBoolean("harrier.why")) {
                found.relevance().reasons().forEach(r -> System.out.println("      R " + r.points() + " " + r.why()));
                found.severity().reasons().forEach(r -> System.out.println("      S " + r.points() + " " + r.why()));
            }
        }
        return faults.isEmpty();
    }
}
