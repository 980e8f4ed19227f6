package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

/** A hunt that was not made, and why: what it would have looked for, and the reason, for people. */
public record LeftOut(String what, String reason) {
    public LeftOut {
        requireNonNull(what, "what is null");
        requireNonNull(reason, "reason is null");
    }
}
