package dev.harrier.verdict;

import java.util.Locale;

/** What the counts say of one hunt on one target. */
public enum Verdict {
    /** Hits as the article predicts. */
    CONFIRMED,
    /** More than the article predicts. */
    RAISED,
    /** So many, so widely, that the hunt says little here. */
    NOISY,
    /** Hits, and every one says that it was stopped: an attempt, and no compromise. */
    BLOCKED,
    /** No hit, over data that would have shown one. */
    QUIET,
    /** The data that would show a hit is not there. */
    BLIND,
    /** Only a lower bound, and it is zero. */
    INCOMPLETE,
    /** No answer. */
    ERROR;

    /** Lower-case word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
