package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

/** One field of one kind of event, in Sigma's spelling. */
public record EventField(EventKind kind, String name, FieldType type) {
    public EventField {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }
}
