package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** A credential. Never shown: {@link #toString} is masked, and it has no other public form than {@link #reveal}. */
public final class Secret {
    /** What connectors call their credentials: such a setting comes from the environment or a file, never from a configuration. */
    public static final Set<String> NAMES =
            Set.of("token", "session-key", "password", "client-secret", "client-keys-password", "proxy-password");

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
