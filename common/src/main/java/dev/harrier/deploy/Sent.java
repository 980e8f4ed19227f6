package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What we last sent of an object's settings, as digests short enough for a marker: two hex digits of the name, four of the value. So we
 * know later whether a value that differs from ours is an old one of ours or a user's own. A wrong guess (one in 65,536) takes a
 * user's value for ours. Immutable.
 *
 * @param tokens six hex digits each
 */
public record Sent(SortedSet<String> tokens) {
    /** Of an object without settings, or written by a connector that remembers none. */
    public static final Sent NOTHING = new Sent(new TreeSet<>());

    public Sent {
        requireNonNull(tokens, "tokens is null");
        tokens = Collections.unmodifiableSortedSet(new TreeSet<>(tokens));
    }

    /** Of settings by name. */
    public static Sent of(Map<String, String> settings) {
        SortedSet<String> tokens = new TreeSet<>();
        settings.forEach((name, value) -> tokens.add(token(name, value)));
        return new Sent(tokens);
    }

    /** Reads {@link #text}. */
    static Sent parse(String text) {
        return new Sent(new TreeSet<>(Arrays.asList(text.split("-"))));
    }

    /** As it stands in a marker. */
    public String text() {
        return tokens.stream().collect(Collectors.joining("-"));
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Whether we sent something for a name, and it was something else. */
    boolean sentOther(String name, String value) {
        return !tokens.contains(token(name, value))
                && tokens.stream().anyMatch(token -> token.startsWith(digest(name, 2)));
    }

    /** The same, but for one setting. */
    public Sent with(String name, String value) {
        SortedSet<String> changed = new TreeSet<>(tokens);
        changed.removeIf(token -> token.startsWith(digest(name, 2)));
        changed.add(token(name, value));
        return new Sent(changed);
    }

    private static String token(String name, String value) {
        return digest(name, 2) + digest(value, 4);
    }

    private static String digest(String text, int length) {
        return Fingerprint.of(new TreeMap<>(Map.of("sent", text))).substring(0, length);
    }
}
