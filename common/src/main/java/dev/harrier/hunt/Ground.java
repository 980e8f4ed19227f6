package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import dev.harrier.evidence.Quote;

/**
 * Why a clause is in a hunt: the words of the article that it came from.
 *
 * @param field the clause's field, in Sigma's spelling
 * @param value the clause's value as put into the condition, for people
 * @param quote the words
 */
public record Ground(String field, String value, Quote quote) {
    public Ground {
        requireNonNull(field, "field is null");
        requireNonNull(value, "value is null");
        requireNonNull(quote, "quote is null");
    }
}
