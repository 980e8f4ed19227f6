package dev.harrier.hunt.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Shares a group's clauses out so that every target carries each hunt. All clauses are one bucket; one that is too large falls into
 * halves by the next bit of its clauses' hashes, and so on. So a clause more changes the one bucket that takes it, or splits that
 * one, and whatever the targets carry, a finer division refines a coarser one: buckets of both have the same id.
 *
 * @param <T> what a bucket becomes
 */
final class Buckets<T> {
    private final BiFunction<Bucket, List<Clause>, T> make;
    private final Predicate<T> carried;
    private final List<T> made = new ArrayList<>();

    private Buckets(BiFunction<Bucket, List<Clause>, T> make, Predicate<T> carried) {
        this.make = make;
        this.carried = carried;
    }

    /**
     * What the clauses become, in the order of their hashes.
     *
     * @param carried must be true of less where it is true of more; what is one clause alone is not asked
     */
    static <T> List<T> of(List<Clause> clauses, BiFunction<Bucket, List<Clause>, T> make, Predicate<T> carried) {
        Buckets<T> buckets = new Buckets<>(make, carried);
        buckets.add(Bucket.ALL, clauses);
        return List.copyOf(buckets.made);
    }

    private void add(Bucket bucket, List<Clause> clauses) {
        T whole = make.apply(bucket, clauses);
        if (clauses.size() == 1 || bucket.bits() == Bucket.MOST_BITS || carried.test(whole)) {
            made.add(whole);
        } else {
            halves(bucket, clauses).forEach(this::add);
        }
    }

    private static Map<Bucket, List<Clause>> halves(Bucket bucket, List<Clause> clauses) {
        Map<Bucket, List<Clause>> halves = new TreeMap<>((one, other) -> Integer.compare(one.number(), other.number()));
        for (Clause clause : clauses) {
            halves.computeIfAbsent(bucket.half(clause), half -> new ArrayList<>())
                    .add(clause);
        }
        return halves;
    }
}
