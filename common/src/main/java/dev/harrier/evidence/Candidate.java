package dev.harrier.evidence;

/**
 * Something that has an observable's shape.
 *
 * @param value canonical
 * @param start offset in the refanged text
 * @param end offset in the refanged text
 * @param reason why its shape or its neighbours say that it is no observable; empty when they don't
 */
record Candidate(IndicatorType type, String value, int start, int end, String reason) {
    Candidate(IndicatorType type, String value, int start, int end) {
        this(type, value, start, end, "");
    }
}
