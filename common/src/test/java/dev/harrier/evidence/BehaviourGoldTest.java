package dev.harrier.evidence;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourGoldTest {
    @Test
    void whatAReaderTakesIsFound() {
        assumeThat(BehaviourGold.isThere()).isTrue();
        BehaviourGold gold = new BehaviourGold();
        Map<String, BehaviourGold.Tally> tallies = gold.measure();
        tallies.forEach((kind, tally) -> System.out.println(kind + "\t" + tally));
        gold.errors.forEach(System.out::println);
    }
}
