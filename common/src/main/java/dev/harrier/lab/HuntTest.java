package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Optional;

/**
 * One hunt's test.
 *
 * @param hits how many events were made that it must hit
 * @param nearMisses how many that it must miss
 * @param untested why no event could be made of it; empty if some was
 * @param outcomes one per dialect, in the order given; none if untested
 */
public record HuntTest(Hunt hunt, int hits, int nearMisses, Optional<String> untested, List<DialectOutcome> outcomes) {
    /** What one dialect's text did. */
    public enum Status {
        /** Hit all that it must hit, and nothing else. */
        PASSED,
        /** Missed an event made to match it. */
        MISSED,
        /** Hit a near miss. */
        FALSE_HIT,
        /** The dialect can't say this hunt. */
        UNSUPPORTED,
        /** The text couldn't be run. */
        UNANSWERED
    }

    /**
     * One dialect's outcome.
     *
     * @param dialect its name
     * @param detail what happened, for people; empty when it passed
     */
    public record DialectOutcome(String dialect, Status status, String detail) {
        public DialectOutcome {
            requireNonNull(dialect, "dialect is null");
            requireNonNull(status, "status is null");
            requireNonNull(detail, "detail is null");
        }
    }

    public HuntTest {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(untested, "untested is null");
        outcomes = List.copyOf(outcomes);
    }

    /** Whether no dialect got it wrong. Dialects that all pass agree with each other: the events are the same. */
    public boolean passed() {
        return outcomes.stream()
                .allMatch(outcome -> outcome.status() == Status.PASSED || outcome.status() == Status.UNSUPPORTED);
    }
}
