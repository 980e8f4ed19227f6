package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.RandomConditions;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventMakerTest {
    private static final long SEED = 20261122;

    @Test
    void whatItMakesOfRandomConditionsHitsAndMissesByTheOracle() {
        RandomConditions conditions = new RandomConditions(SEED);
        int made = 0;
        int nearMisses = 0;
        for (int i = 0; i < 2_000; i++) {
            Logic.Detection detection = conditions.next();
            MadeEvents events = EventMaker.of(detection);
            assertThat(events.hits())
                    .as("seed " + SEED + ", condition " + i + ": " + detection)
                    .allMatch(event -> ConditionOracle.matches(detection, event));
            assertThat(events.nearMisses())
                    .as("seed " + SEED + ", condition " + i + ": " + detection)
                    .noneMatch(event -> ConditionOracle.matches(detection, event));
            made += events.hits().isEmpty() ? 0 : 1;
            nearMisses += events.nearMisses().size();
        }
        assertThat(made).isGreaterThan(1_500);
        assertThat(nearMisses).isGreaterThan(made);
    }

    @Test
    void everyValueOfAListIsHitAndEveryClauseIsNearlyMissed() {
        Condition condition = new Condition.All(List.of(
                new Condition.Any(List.of(
                        like("Image", TextPattern.endingWith("\\a.exe")),
                        like("Image", TextPattern.endingWith("\\b.exe")))),
                like("CommandLine", TextPattern.containing(" -enc ")),
                new Condition.Not(like("User", TextPattern.exactly("SYSTEM")))));

        MadeEvents made = EventMaker.of(new Logic.Detection(EventKind.PROCESS_CREATION, condition));

        assertThat(made.hits())
                .extracting(event -> event.get("Image").toString())
                .anyMatch(v -> v.endsWith("\\a.exe"));
        assertThat(made.hits())
                .extracting(event -> event.get("Image").toString())
                .anyMatch(v -> v.endsWith("\\b.exe"));
        assertThat(made.nearMisses()).anyMatch(event -> "SYSTEM".equals(event.get("User")));
        assertThat(made.nearMisses())
                .anyMatch(event -> !String.valueOf(event.get("CommandLine")).contains(" -enc ")
                        && String.valueOf(event.get("Image")).endsWith("\\a.exe"));
    }

    @Test
    void aContradictionMakesNothing() {
        Condition condition = new Condition.All(
                List.of(like("Image", TextPattern.exactly("a")), like("Image", TextPattern.exactly("b"))));

        assertThat(EventMaker.of(new Logic.Detection(EventKind.PROCESS_CREATION, condition))
                        .hits())
                .isEmpty();
    }

    @Test
    void commonRegularExpressionsAreSampled() {
        for (String expression : List.of(
                "^C:\\\\Users\\\\[^\\\\]+\\\\a\\.exe$",
                "(?:foo|bar)\\d{2,4}",
                "[A-Za-z0-9+/]{40,}={0,2}",
                "\\bcmd(\\.exe)?\\s+/c",
                "(?i)x[^a-z]y")) {
            FieldTest.Regex regex = new FieldTest.Regex(expression, Set.of());
            Logic.Detection detection =
                    new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Match("CommandLine", regex));
            assertThat(EventMaker.of(detection).hits()).as(expression).isNotEmpty();
        }
    }

    static Condition like(String field, TextPattern pattern) {
        return new Condition.Match(field, new FieldTest.Like(pattern, false));
    }
}
