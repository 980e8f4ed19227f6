package dev.harrier.sentinel.dialect;

/** Thrown while rendering: what KQL, or the family's tables, cannot say exactly. Never leaves {@link KqlDialect}. */
final class UnsupportedInKqlException extends RuntimeException {
    UnsupportedInKqlException(String reason) {
        super(reason, null, false, false);
    }
}
