package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

/** A credential. Never shown: {@link #toString} is masked, and it has no other public form than {@link #reveal}. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a credential. */
    public static Secret of(String value) {
        return new Secret(requireNonNull(value, "value is null"));
    }

    /** The credential itself, for the one call that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "********";
    }
}
