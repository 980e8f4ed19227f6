package dev.harrier.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A short digest of an object's normalised fields: equal for equal fields in any order, 64 bits of SHA-256 in hex. */
public final class Fingerprint {
    private Fingerprint() {}

    /** The fingerprint of normalised fields. */
    public static String of(Map<String, String> fields) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(fields).forEach((key, value) -> all.append(key.length())
                .append(':')
                .append(key)
                .append(value.length())
                .append(':')
                .append(value));
        return HexFormat.of().formatHex(sha256().digest(all.toString().getBytes(UTF_8)), 0, 8);
    }

    /** The fingerprint of one text, for example a query. */
    public static String of(String text) {
        return of(Map.of("text", text));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
