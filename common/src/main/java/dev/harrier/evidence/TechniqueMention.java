package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

/**
 * An ATT&amp;CK technique id that the article spells out. What it means (revoked, unknown, merely discussed) is decided later.
 *
 * @param id as written, upper case, for example {@code T1059.001}
 * @param quote where it stands
 */
public record TechniqueMention(String id, Quote quote) {
    public TechniqueMention {
        requireNonNull(id, "id is null");
        requireNonNull(quote, "quote is null");
    }
}
