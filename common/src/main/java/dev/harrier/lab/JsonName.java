package dev.harrier.lab;

/** A member's name and what {@code event-sources.tsv} says of it. For one thread at a time. */
final class JsonName {
    private final String text;
    private final int slot;
    private final boolean skipped;
    private final boolean flattened;
    private final boolean embedded;
    private final boolean xml;
    private byte[] beginning;

    JsonName(String text, EventSources sources) {
        this.text = text;
        this.slot = sources.slotOf(text);
        this.skipped = sources.skipped().contains(text);
        this.flattened = sources.flattened().contains(text);
        this.embedded = sources.embedded().contains(text);
        this.xml = sources.xml().contains(text);
    }

    String text() {
        return text;
    }

    /** {@code "name":} in UTF-8, with which a member of a JSON object begins; nobody changes it. */
    byte[] beginning() {
        if (beginning == null) {
            beginning = QuotedNames.quote(text);
        }
        return beginning;
    }

    /** The event's place for it, or {@link RawEvent#NO_SLOT}. */
    int slot() {
        return slot;
    }

    /** Whether its value only repeats others. */
    boolean skipped() {
        return skipped;
    }

    /** Whether its members count as the event's own. */
    boolean flattened() {
        return flattened;
    }

    /** Whether its text may be an object. */
    boolean embedded() {
        return embedded;
    }

    /** Whether its text may be a whole event. */
    boolean xml() {
        return xml;
    }
}
