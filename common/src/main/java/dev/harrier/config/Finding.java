package dev.harrier.config;

import dev.harrier.attack.EditDistance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Something that a validation may find, and fail on. */
public enum Finding {
    /** An object is not as the packs want it, or somebody edited it. */
    DRIFT,
    /** A name is taken by an object that is not ours. */
    FOREIGN,
    HITS,
    CONFIRMED,
    RAISED,
    NOISY,
    /** Hits, every one of which was stopped. */
    BLOCKED,
    BLIND,
    INCOMPLETE,
    ERROR,
    /** Two targets saw different things. */
    DISAGREEMENT;

    /** Its word on the command line and in {@code harrier.yml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The finding of a word. */
    public static Optional<Finding> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** What somebody may have meant by a word that is none. */
    public static Finding nearest(String word) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(each -> EditDistance.between(word, each.word())))
                .orElseThrow();
    }
}
