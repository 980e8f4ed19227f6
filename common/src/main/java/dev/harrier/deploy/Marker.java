package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What proves that an object in a SIEM is ours: written on the object itself, so the SIEM is the state.
 *
 * @param deployment the deployment's name (letters, digits, {@code . _ -}, at most 40), so that two installations never touch each
 *     other's objects
 * @param hunt whose object it is
 * @param fingerprint of the fields that were sent, see {@link Fingerprint}
 */
public record Marker(String deployment, HuntId hunt, String fingerprint) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern TEXT =
            Pattern.compile("harrier:([A-Za-z0-9][A-Za-z0-9._-]{0,39}):([0-9a-f-]{36}):([0-9a-f]{16})");

    public Marker {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(fingerprint, "fingerprint is null");
        if (!NAME.matcher(deployment).matches()) {
            throw new IllegalArgumentException(
                    "deployment name " + deployment + " is not of letters, digits and . _ -");
        }
    }

    /** {@code harrier:<deployment>:<hunt id>:<fingerprint>}. */
    public String text() {
        return "harrier:" + deployment + ":" + hunt + ":" + fingerprint;
    }

    /** The first marker in a text; empty if there is none or more than one (a text with two is nobody's). */
    public static Optional<Marker> in(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<Marker> first = parse(matcher);
        return matcher.find() ? Optional.empty() : first;
    }

    private static Optional<Marker> parse(Matcher matcher) {
        try {
            return Optional.of(new Marker(matcher.group(1), HuntId.parse(matcher.group(2)), matcher.group(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
