package dev.harrier.watch;

import java.util.List;
import java.util.TreeSet;

/**
 * What is kept of a text to tell whether another says the same in the same words: the smallest hashes of its runs of {@value #WORDS}
 * words (a bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997). Immutable, thread-safe.
 *
 * @param hashes ascending, without repetition, at most {@value #SIZE}
 */
record Sketch(List<Long> hashes) {
    static final int SIZE = 256;
    static final int WORDS = 4;

    Sketch {
        hashes = List.copyOf(hashes);
    }

    /** Sketches a text. Time linear in its length; letter case, punctuation and layout don't count. */
    static Sketch of(String text) {
        TreeSet<Long> smallest = new TreeSet<>();
        Shingles shingles = new Shingles(WORDS, hash -> keep(smallest, hash));
        text.codePoints().forEach(shingles::next);
        shingles.end();
        return new Sketch(List.copyOf(smallest));
    }

    /** The estimated share of runs that both texts have among those that either has, from 0 to 1; its error is about 0.03. */
    double resemblance(Sketch other) {
        int i = 0;
        int j = 0;
        int union = 0;
        int shared = 0;
        while (union < SIZE && (i < hashes.size() || j < other.hashes.size())) {
            long mine = i < hashes.size() ? hashes.get(i) : Long.MAX_VALUE;
            long theirs = j < other.hashes.size() ? other.hashes.get(j) : Long.MAX_VALUE;
            shared += mine == theirs ? 1 : 0;
            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
            union++;
        }
        return union == 0 ? 0 : (double) shared / union;
    }

    private static void keep(TreeSet<Long> smallest, long hash) {
        boolean small = smallest.size() < SIZE || hash < smallest.last();
        if (small && smallest.add(hash) && smallest.size() > SIZE) {
            smallest.pollLast();
        }
    }
}
