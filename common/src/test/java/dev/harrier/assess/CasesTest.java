package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our own traps and stories, whose answers were written down before any weight was tuned (first run: 66 of 75 and 26 of 40, with a
 * stand-in for the extractor; {@code RELEVANCE.md} has the later ones). The bars
 * are what was reached; a change that misses more has to say why.
 */
class CasesTest {
    @ParameterizedTest
    @CsvSource({"traps.jsonl, 75, 73", "stories.jsonl, 40, 37"})
    void anAnalystWouldSignNearlyAll(String file, int all, int right) throws IOException {
        List<Case> cases = Case.of(file);
        assertThat(cases).hasSize(all);
        List<String> wrong = new ArrayList<>();
        for (Case one : cases) {
            List<String> faults = one.faults(one.assessed());
            if (!faults.isEmpty()) {
                wrong.add(one.article().id() + " " + faults);
            }
        }
        assertThat(wrong).hasSizeLessThanOrEqualTo(all - right);
    }
}
