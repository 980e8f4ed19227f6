package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import dev.harrier.evidence.Quote;
import java.util.List;

/**
 * Why a clause is in a hunt: the words of the article that it came from.
 *
 * @param field the clause's field, in Sigma's spelling
 * @param value the clause's value as put into the condition, for people
 * @param quote the words
 * @param clauses the clauses of the hunt's condition that came from them, in the words of {@link ClauseText}; none where the words
 *     are why a rule was chosen that somebody wrote before
 */
public record Ground(String field, String value, Quote quote, List<String> clauses) {
    /** Of no clause: why a rule was chosen. */
    public Ground(String field, String value, Quote quote) {
        this(field, value, quote, List.of());
    }

    public Ground {
        clauses = List.copyOf(clauses);
        requireNonNull(field, "field is null");
        requireNonNull(value, "value is null");
        requireNonNull(quote, "quote is null");
    }
}
