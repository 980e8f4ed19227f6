package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;
import java.util.List;

/**
 * A technique that the article says was used, and why we think so.
 *
 * @param technique of the catalogue, never a revoked one
 * @param score calibrated, 0 to 1
 * @param why how it was recognised, for people: {@code spelt out}, {@code behaviour: vssadmin delete shadows}, …
 * @param quotes the words, at least one, in text order
 */
public record TechniqueFinding(Technique technique, double score, String why, List<Quote> quotes) {
    public TechniqueFinding {
        requireNonNull(technique, "technique is null");
        requireNonNull(why, "why is null");
        quotes = List.copyOf(quotes);
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException(technique.id() + " has no quote");
        }
    }
}
