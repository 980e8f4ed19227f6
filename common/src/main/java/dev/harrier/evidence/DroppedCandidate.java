package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

/**
 * Something that looked like an observable and is none, or is known to be benign.
 *
 * @param type what it looked like
 * @param value as an indicator of it would have been written
 * @param quote where it stands first
 * @param reason why it was dropped, for people, for example {@code benign: code hosting}
 */
public record DroppedCandidate(IndicatorType type, String value, Quote quote, String reason) {
    public DroppedCandidate {
        requireNonNull(type, "type is null");
        requireNonNull(value, "value is null");
        requireNonNull(quote, "quote is null");
        requireNonNull(reason, "reason is null");
    }
}
