package dev.harrier.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A hunt's identity, stable across runs, machines and targets. A catalogue hunt's is its Sigma rule's id; any other's is the
 * version 5 UUID (RFC 9562, section 5.5) of what makes it that hunt.
 */
public record HuntId(UUID value) implements Comparable<HuntId> {
    private static final UUID NAMESPACE = UUID.fromString("6f1d2f0e-6f3b-5d0c-9a55-3c1c7d1f2a10");

    public HuntId {
        requireNonNull(value, "value is null");
    }

    /**
     * Reads a canonical UUID.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static HuntId parse(String text) {
        return new HuntId(UUID.fromString(text));
    }

    /** Derives an id from parts; order matters, and no part can run into the next. */
    public static HuntId derived(String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        return new HuntId(version5(name.toString()));
    }

    private static UUID version5(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long high = (digest.getLong() & ~0xF000L) | 0x5000L;
        long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public int compareTo(HuntId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
