package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

/**
 * An observable that the article names and that is not known to be benign.
 *
 * @param type what it is
 * @param value refanged and in canonical form (lower-case domains and hashes, upper-case CVE ids); hostile until encoded
 * @param quote where it stands first, as written: of a value wrapped over lines all of it, with the breaks and the indentation
 * @param huntable whether a hunt may be made of it: defanged, in an indicator section or table, or said to be malicious
 * @param why the reason for {@code huntable} being what it is, for people
 */
public record Indicator(IndicatorType type, String value, Quote quote, boolean huntable, String why) {
    public Indicator {
        requireNonNull(type, "type is null");
        requireNonNull(value, "value is null");
        requireNonNull(quote, "quote is null");
        requireNonNull(why, "why is null");
    }
}
