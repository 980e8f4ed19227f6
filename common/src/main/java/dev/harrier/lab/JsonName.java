package dev.harrier.lab;

/**
 * A member's name and what {@code event-sources.tsv} says of it.
 *
 * @param slot the event's place for it, or {@link RawEvent#NO_SLOT}
 * @param skipped whether its value only repeats others
 * @param flattened whether its members count as the event's own
 * @param embedded whether its text may be an object
 * @param xml whether its text may be a whole event
 */
record JsonName(String text, int slot, boolean skipped, boolean flattened, boolean embedded, boolean xml) {
    static JsonName of(String text, EventSources sources) {
        return new JsonName(
                text,
                sources.slotOf(text),
                sources.skipped().contains(text),
                sources.flattened().contains(text),
                sources.embedded().contains(text),
                sources.xml().contains(text));
    }
}
