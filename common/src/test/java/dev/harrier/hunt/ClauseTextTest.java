package dev.harrier.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClauseTextTest {
    private static final long SEED = 20_261_122;

    private static Condition like(String field, TextPattern pattern) {
        return new Condition.Match(field, new FieldTest.Like(pattern, false));
    }

    @Test
    void saysWhatIsAsked() {
        Condition below = like("QueryName", TextPattern.endingWith(".evil.example"));
        Condition run = new Condition.All(
                List.of(like("Image", TextPattern.endingWith("\\x \"y\".exe")), new Condition.Not(below)));
        assertThat(ClauseText.clauses(new Condition.Any(List.of(below, run))))
                .containsExactly(
                        "QueryName ends with \".evil.example\"",
                        "(Image ends with \"\\\\x \\\"y\\\".exe\" and not QueryName ends with \".evil.example\")");
    }

    @Test
    void aSingleClauseIsTheWholeCondition() {
        Condition.All all =
                new Condition.All(List.of(like("a", TextPattern.exactly("1")), like("b", TextPattern.containing("2"))));
        assertThat(ClauseText.clauses(all)).containsExactly("(a is \"1\" and b contains \"2\")");
    }

    @Test
    void isTheSameExactlyWhereTheClauseIs() {
        RandomConditions conditions = new RandomConditions(SEED);
        Map<String, String> canonicalByText = new HashMap<>();
        Map<String, String> textByCanonical = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            Condition condition = NormalForm.of(conditions.next().condition());
            String text = ClauseText.of(condition);
            String canonical = CanonicalText.of(condition);
            assertThat(canonicalByText.computeIfAbsent(text, t -> canonical))
                    .as("seed " + SEED + ", condition " + i)
                    .isEqualTo(canonical);
            assertThat(textByCanonical.computeIfAbsent(canonical, t -> text)).isEqualTo(text);
        }
    }

    @Test
    void orderDoesNotMatter() {
        RandomConditions conditions = new RandomConditions(SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            List<Condition> parts = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                parts.add(conditions.condition(EventKind.PROCESS_CREATION, 2));
            }
            String before = ClauseText.of(new Condition.All(parts));
            Collections.shuffle(parts, random);
            assertThat(ClauseText.of(new Condition.All(parts)))
                    .as("seed " + SEED)
                    .isEqualTo(before);
        }
    }
}
