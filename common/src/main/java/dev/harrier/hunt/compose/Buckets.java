package dev.harrier.hunt.compose;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shares a group's clauses out so that no hunt's text grows past what a SIEM carries. A clause's bucket follows from its own key
 * and the number of buckets alone, a power of two: adding one changes one hunt, and doubling splits each.
 */
final class Buckets {
    /** Estimated characters of the clauses of one query; leaves room for the rest of a text of 9,000. */
    private static final int ROOM = 6_500;

    private static final int PER_TEST = 50;
    private static final int MOST_BITS = 12;

    private Buckets() {}

    /** Number of buckets, and the clauses of each that has any, by its number. */
    record Shares(int count, SortedMap<Integer, List<Clause>> byNumber) {}

    static Shares of(List<Clause> clauses) {
        for (int bits = 0; bits < MOST_BITS; bits++) {
            Shares shares = shares(clauses, bits);
            if (shares.byNumber().values().stream().allMatch(c -> c.size() == 1 || cost(c) <= ROOM)) {
                return shares;
            }
        }
        return shares(clauses, MOST_BITS);
    }

    private static Shares shares(List<Clause> clauses, int bits) {
        SortedMap<Integer, List<Clause>> byNumber = new TreeMap<>();
        for (Clause clause : clauses) {
            byNumber.merge(number(clause.key(), bits), List.of(clause), Lists::joined);
        }
        return new Shares(1 << bits, byNumber);
    }

    /** The first bits of a hash, none of which is one of a version 5 UUID's fixed ones. */
    private static int number(String key, int bits) {
        long hash = HuntId.derived("bucket", key).value().getMostSignificantBits();
        return bits == 0 ? 0 : (int) (hash >>> (Long.SIZE - bits));
    }

    private static int cost(List<Clause> clauses) {
        return clauses.stream().mapToInt(c -> cost(c.condition())).sum();
    }

    private static int cost(Condition condition) {
        return Leaves.of(condition).stream()
                .mapToInt(m -> PER_TEST + length(m.test()))
                .sum();
    }

    private static int length(FieldTest test) {
        if (!(test instanceof FieldTest.Like like)) {
            return PER_TEST;
        }
        return like.pattern().parts().stream()
                .mapToInt(p -> p instanceof TextPattern.Literal literal ? encoded(literal.text()) : 2)
                .sum();
    }

    /** A backslash or quote takes two characters or more. */
    private static int encoded(String text) {
        return text.length()
                + (int) text.chars().filter(c -> c == '\\' || c == '"').count();
    }
}
