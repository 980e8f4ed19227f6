package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

/** The outcome of running one hunt over one window. */
public sealed interface HitCount {
    /** The whole window was searched, over {@code searched} events of the hunt's kind (at least one). */
    record Counted(Hits hits, long searched) implements HitCount {
        public Counted {
            requireNonNull(hits, "hits is null");
        }
    }

    /** A lower bound: partial result, cap or narrowed window. */
    record AtLeast(Hits hits, String why) implements HitCount {
        public AtLeast {
            requireNonNull(hits, "hits is null");
            requireNonNull(why, "why is null");
        }
    }

    /** No events of the hunt's kind were there to be searched: says nothing, least of all "clean". */
    record Blind(String why) implements HitCount {
        public Blind {
            requireNonNull(why, "why is null");
        }
    }

    /** No answer: refused, failed, timed out, or the query can't run there. */
    record Unanswered(String why) implements HitCount {
        public Unanswered {
            requireNonNull(why, "why is null");
        }
    }
}
