package dev.harrier.hunt.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a set of indicators falls into hunts, and that it stays so while it grows. */
class BucketsTest {
    private static final long SEED = 20_261_122;

    private static Clause clause(String value) {
        Condition condition = new Condition.Match("sha256", new FieldTest.Like(TextPattern.exactly(value), false));
        return new Clause(
                Groups.HASHES_RUN, value, condition, new Ground("sha256", value, new Quote(value, 0, value.length())));
    }

    /** Each bucket's clauses by the word that its hunt's id is made of. */
    private static Map<String, Set<String>> shares(List<Clause> clauses, int most) {
        record Share(String word, Set<String> keys) {}
        return Buckets.of(
                        clauses,
                        (bucket, some) -> new Share(
                                bucket.word(), some.stream().map(Clause::key).collect(Collectors.toSet())),
                        share -> share.keys().size() <= most)
                .stream()
                .collect(Collectors.toMap(Share::word, Share::keys));
    }

    @Test
    void anAddedIndicatorMovesNoOtherBetweenBuckets() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            int most = 1 + random.nextInt(40);
            List<Clause> clauses = new ArrayList<>();
            Map<String, Set<String>> before = Map.of();
            for (int i = 0; i < 150; i++) {
                Clause added = clause(Long.toHexString(random.nextLong()));
                clauses.add(added);
                Map<String, Set<String>> after = shares(clauses, most);
                checkGrowth(before, after, added.key(), "seed " + SEED + ", round " + round + ", clause " + i);
                before = after;
            }
        }
    }

    /** All that is new holds the added clause and what shared one bucket before, and that bucket is gone or holds one more. */
    private static void checkGrowth(
            Map<String, Set<String>> before, Map<String, Set<String>> after, String added, String what) {
        Map<String, Set<String>> changed = new HashMap<>(after);
        changed.entrySet().removeIf(share -> share.getValue().equals(before.get(share.getKey())));
        Map<String, Set<String>> gone = new HashMap<>(before);
        gone.entrySet().removeIf(share -> share.getValue().equals(after.get(share.getKey())));
        assertThat(gone).as(what).hasSizeLessThanOrEqualTo(1);
        Set<String> moved = new HashSet<>();
        changed.values().forEach(moved::addAll);
        Set<String> expected = new HashSet<>(Set.of(added));
        gone.values().forEach(expected::addAll);
        assertThat(moved).as(what).isEqualTo(expected);
    }

    @Test
    void aStricterTargetRefinesWhatAnotherCarries() {
        Random random = new Random(SEED);
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            clauses.add(clause(Long.toHexString(random.nextLong())));
        }
        Map<String, Set<String>> coarse = shares(clauses, 200);
        Map<String, Set<String>> fine = shares(clauses, 50);
        assertThat(coarse.values()).allSatisfy(keys -> assertThat(keys).hasSizeLessThanOrEqualTo(200));
        assertThat(fine.values())
                .allSatisfy(
                        keys -> assertThat(coarse.values()).as("seed " + SEED).anyMatch(all -> all.containsAll(keys)));
        assertThat(fine.values().stream().mapToInt(Set::size).sum()).isEqualTo(2_000);
    }

    @Test
    void whatNoTargetCarriesEndsAtOneClauseEach() {
        assertThat(shares(List.of(clause("a"), clause("b"), clause("c")), 0).values())
                .containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("c"));
    }
}
