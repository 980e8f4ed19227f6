package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One hunt's test.
 *
 * @param hits how many events were made that it must hit
 * @param nearMisses how many that it must miss
 * @param untested why no event could be made of it; empty if some was
 * @param outcomes one per dialect, in the order given; none if untested
 * @param fixtures what its texts did with an analyst's own events, one per file and dialect
 */
public record HuntTest(
        Hunt hunt,
        int hits,
        int nearMisses,
        Optional<String> untested,
        List<DialectOutcome> outcomes,
        List<FixtureOutcome> fixtures) {
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

    /**
     * One text over one file.
     *
     * @param file its name
     * @param outcome of no dialect (the empty name) if the file can't be used
     */
    public record FixtureOutcome(String file, DialectOutcome outcome) {
        public FixtureOutcome {
            requireNonNull(file, "file is null");
            requireNonNull(outcome, "outcome is null");
        }
    }

    public HuntTest {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(untested, "untested is null");
        outcomes = List.copyOf(outcomes);
        fixtures = List.copyOf(fixtures);
    }

    HuntTest with(List<FixtureOutcome> more) {
        return new HuntTest(hunt, hits, nearMisses, untested, outcomes, more);
    }

    /** Whether neither made events nor fixtures tell anything of it. */
    public boolean isUntested() {
        return untested.isPresent() && fixtures.isEmpty();
    }

    /** Whether no dialect got it wrong. Dialects that all pass agree with each other: the events are the same. */
    public boolean passed() {
        return Stream.concat(outcomes.stream(), fixtures.stream().map(FixtureOutcome::outcome))
                .allMatch(outcome -> outcome.status() == Status.PASSED || outcome.status() == Status.UNSUPPORTED);
    }
}
