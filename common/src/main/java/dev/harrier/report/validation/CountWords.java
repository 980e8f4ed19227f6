package dev.harrier.report.validation;

import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import java.util.Optional;

/** A count, told the same way in every format: a bound is never shown as a number, nor an unanswered question as zero. */
final class CountWords {
    private CountWords() {}

    /** The machine's word: {@code counted}, {@code at-least}, {@code blind} or {@code unanswered}. */
    static String kind(HitCount count) {
        if (count instanceof HitCount.Counted) {
            return "counted";
        }
        if (count instanceof HitCount.AtLeast) {
            return "at-least";
        }
        return count instanceof HitCount.Blind ? "blind" : "unanswered";
    }

    /** What was found, a bound included; empty if nothing was searched. */
    static Optional<Hits> hits(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            return Optional.of(counted.hits());
        }
        return count instanceof HitCount.AtLeast atLeast ? Optional.of(atLeast.hits()) : Optional.empty();
    }

    /** Whether something was found. */
    static boolean isHit(HitCount count) {
        return hits(count).filter(hits -> hits.events() > 0).isPresent();
    }

    /** Why it is no whole count. */
    static Optional<String> why(HitCount count) {
        if (count instanceof HitCount.AtLeast atLeast) {
            return Optional.of(atLeast.why());
        }
        if (count instanceof HitCount.Blind blind) {
            return Optional.of(blind.why());
        }
        return count instanceof HitCount.Unanswered unanswered ? Optional.of(unanswered.why()) : Optional.empty();
    }

    /** For people: {@code 5}, {@code 5, 3 blocked}, {@code ≥ 5}, {@code –}. */
    static String events(HitCount count) {
        String bound = count instanceof HitCount.AtLeast ? "≥ " : "";
        return hits(count)
                .map(hits -> bound + hits.events() + (hits.blockedWords().isEmpty() ? "" : ", " + hits.blockedWords()))
                .orElse("–");
    }

    /** For people: {@code 1 host}, {@code 5 hosts}. */
    static String plural(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
