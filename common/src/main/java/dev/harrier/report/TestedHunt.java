package dev.harrier.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a hunt's test says, for reports.
 *
 * @param id of the hunt
 * @param title of the hunt
 * @param hits events made that it must hit
 * @param nearMisses events made that it must miss
 * @param untested why no events could be made of it
 * @param texts what each of its texts did
 */
public record TestedHunt(
        String id, String title, int hits, int nearMisses, Optional<String> untested, List<TestedText> texts) {
    /** How it went. */
    public enum Result {
        PASSED,
        FAILED,
        /** The language can't say the hunt, which is no fault. */
        SKIPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One text over some events.
     *
     * @param dialect its language; empty if the events could not be used
     * @param events {@code made}, or the name of a file
     * @param result how it went
     * @param status the same in more words, for example {@code false_hit}
     * @param detail for people; empty when it passed
     */
    public record TestedText(String dialect, String events, Result result, String status, String detail) {
        public TestedText {
            requireNonNull(dialect, "dialect is null");
            requireNonNull(events, "events is null");
            requireNonNull(result, "result is null");
            requireNonNull(status, "status is null");
            requireNonNull(detail, "detail is null");
        }
    }

    public TestedHunt {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(untested, "untested is null");
        texts = List.copyOf(texts);
    }
}
