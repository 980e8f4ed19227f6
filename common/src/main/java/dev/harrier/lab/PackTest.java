package dev.harrier.lab;

import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.Hunt;
import java.util.List;

/**
 * What became of hunts when their rendered text, in every dialect, ran over events made from their own logic.
 *
 * @param hunts in the order given
 */
public record PackTest(List<HuntTest> hunts) {
    public PackTest {
        hunts = List.copyOf(hunts);
    }

    /**
     * Tests hunts in a lab of their own, in memory. Deterministic. A dialect that can't say a hunt fails nothing: that is in the
     * result.
     */
    public static PackTest test(List<Hunt> hunts, List<Dialect> dialects) {
        return testWith(
                hunts.stream().map(hunt -> new HuntCase(hunt, List.of())).toList(), dialects);
    }

    /** The same, also over the events that analysts keep for a hunt, each file in a lab of its own. */
    public static PackTest testWith(List<HuntCase> cases, List<Dialect> dialects) {
        try (Lab lab = Lab.inMemory()) {
            HuntTrial trial = new HuntTrial(lab, dialects);
            return new PackTest(cases.stream().map(trial::run).toList());
        }
    }

    /** Whether every hunt that could be tested passed. */
    public boolean passed() {
        return hunts.stream().allMatch(HuntTest::passed);
    }
}
