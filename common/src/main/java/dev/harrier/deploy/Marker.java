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
 * @param version of the connector's list of managed fields that the fingerprint is over, from 1; when a later Harrier manages more
 *     fields, what an earlier one wrote is not taken for edited
 * @param sent what was sent of an object's settings, see {@link Sent}; empty where a connector has none
 */
public record Marker(String deployment, HuntId hunt, String fingerprint, int version, Sent sent) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern TEXT =
            Pattern.compile("harrier:([A-Za-z0-9][A-Za-z0-9._-]{0,39}):([0-9a-f-]{36}):([0-9a-f]{16})"
                    + "(?::([1-9]\\d{0,3})(?::([0-9a-f]{6}(?:-[0-9a-f]{6}){0,19}))?)?");

    public Marker {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(sent, "sent is null");
        if (version < 1 || version > 9_999) {
            throw new IllegalArgumentException("version " + version + " is not from 1 to 9999");
        }
        if (!isDeploymentName(deployment)) {
            throw new IllegalArgumentException(
                    "deployment name " + deployment + " is not of letters, digits and . _ -");
        }
    }

    /** A marker over the first list of managed fields, of an object without settings. */
    public Marker(String deployment, HuntId hunt, String fingerprint) {
        this(deployment, hunt, fingerprint, 1, Sent.NOTHING);
    }

    /** Whether a text may be a deployment's name: letters, digits and {@code . _ -}, at most 40, a letter or digit first. */
    public static boolean isDeploymentName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The same, of an object that we have switched on or off. */
    public Marker switched(boolean on) {
        return new Marker(deployment, hunt, fingerprint, version, sent.with(Adjustments.ENABLED, Adjustments.flag(on)));
    }

    /** {@code harrier:<deployment>:<hunt id>:<fingerprint>}, then {@code :<version>} and {@code :<sent>} where there is more to say. */
    public String text() {
        String first = "harrier:" + deployment + ":" + hunt + ":" + fingerprint;
        if (!sent.isEmpty()) {
            return first + ":" + version + ":" + sent.text();
        }
        return version == 1 ? first : first + ":" + version;
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
            int version = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            Sent sent = matcher.group(5) == null ? Sent.NOTHING : Sent.parse(matcher.group(5));
            return Optional.of(
                    new Marker(matcher.group(1), HuntId.parse(matcher.group(2)), matcher.group(3), version, sent));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
