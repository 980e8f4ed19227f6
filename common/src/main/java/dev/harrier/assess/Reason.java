package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import dev.harrier.evidence.Quote;
import java.util.Optional;

/**
 * One step of an assessment.
 *
 * @param points what it adds to (or, negative, takes from) the score; 0 for a remark
 * @param why for people
 * @param quote the words it rests on, where it rests on words
 */
public record Reason(int points, String why, Optional<Quote> quote) {
    public Reason {
        requireNonNull(why, "why is null");
        requireNonNull(quote, "quote is null");
    }
}
