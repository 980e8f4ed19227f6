package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

/** One field that differs: its value there and the one wanted, normalised; empty text for absent. */
public record FieldChange(String field, String deployed, String wanted) {
    public FieldChange {
        requireNonNull(field, "field is null");
        requireNonNull(deployed, "deployed is null");
        requireNonNull(wanted, "wanted is null");
    }
}
