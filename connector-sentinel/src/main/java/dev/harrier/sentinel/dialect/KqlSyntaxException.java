package dev.harrier.sentinel.dialect;

/** A text is not KQL, or not of the subset asked for: what was met, and where. */
final class KqlSyntaxException extends RuntimeException {
    private final transient Place place;

    KqlSyntaxException(String message, Place place) {
        super(message);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
