package dev.harrier.hunt.compose;

import dev.harrier.hunt.HuntId;

/**
 * A share of a group: the clauses whose key's hash begins with some bits. Splitting one halves it and touches no other.
 *
 * @param number the bits, as a number
 * @param bits how many, from 0 (all clauses) to {@value #MOST_BITS}
 */
record Bucket(int number, int bits) {
    /** So many clauses of one hash don't occur by chance. */
    static final int MOST_BITS = 16;

    static final Bucket ALL = new Bucket(0, 0);

    /** Of two halves, the one that holds a clause. */
    Bucket half(Clause clause) {
        return new Bucket(number(clause.key(), bits + 1), bits + 1);
    }

    /** Part of a hunt's id. */
    String word() {
        return number + "/" + (1 << bits);
    }

    /** The first bits of a hash, none of which is one of a version 5 UUID's fixed ones. */
    private static int number(String key, int bits) {
        long hash = HuntId.derived("bucket", key).value().getMostSignificantBits();
        return (int) (hash >>> (Long.SIZE - bits));
    }
}
