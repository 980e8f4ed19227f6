package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Floors under what was measured when the readers were written; the numbers stand in the failure's message. */
class BehaviourGoldTest {
    @Test
    void whatAReaderTakesIsFound() {
        assumeThat(BehaviourGold.isThere()).isTrue();
        BehaviourGold gold = new BehaviourGold();
        Map<String, BehaviourGold.Tally> tallies = gold.measure();
        String all = tallies + "\n" + String.join("\n", gold.errors);
        for (String kind : List.of("path", "registry", "command", "service", "task", "pipe", "uri", "useragent")) {
            assertThat(tallies.get(kind).precision())
                    .as("precision of %s: %s", kind, all)
                    .isGreaterThanOrEqualTo(0.9);
            assertThat(tallies.get(kind).recall())
                    .as("recall of %s: %s", kind, all)
                    .isGreaterThanOrEqualTo(0.9);
        }
    }
}
