package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.RandomConditions;
import dev.harrier.hunt.RandomEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two readings of what a condition means, written apart from each other, agree. */
class ConditionCheckTest {
    private static final long SEED = 20_261_122;

    @Test
    void saysWhatTheOracleSays() {
        RandomConditions conditions = new RandomConditions(SEED);
        RandomEvents events = new RandomEvents(SEED + 1);
        int met = 0;
        for (int i = 0; i < 3_000; i++) {
            Logic.Detection detection = conditions.next();
            Map<String, Object> event = i % 3 == 0 ? events.next(detection.kind()) : events.near(detection);
            boolean expected = ConditionOracle.matches(detection, event);
            assertThat(detection.condition().accept(new ConditionCheck(event)))
                    .as("seed %d #%d: %s over %s", SEED, i, detection, event)
                    .isEqualTo(expected);
            met += expected ? 1 : 0;
        }
        assertThat(met).isBetween(300, 2_700);
    }
}
