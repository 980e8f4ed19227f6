package dev.harrier.dialect;

import dev.harrier.hunt.EventModel;

/** What a hit concerns, as every dialect's counting knows it. */
public enum Entity {
    HOST(EventModel.COMPUTER),
    USER(EventModel.USER);

    private final String field;

    Entity(String field) {
        this.field = field;
    }

    /** The event model's field that names it. */
    public String field() {
        return field;
    }
}
