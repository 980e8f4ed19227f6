package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of a site's allow-list.
 *
 * @param value as written; {@link Allowlist} says what it may be
 * @param origin where it is written, for people: {@code FILE:line}
 */
public record AllowedValue(String value, String origin) {
    public AllowedValue {
        value = requireNonNull(value, "value is null").strip();
        requireNonNull(origin, "origin is null");
    }

    /** Why it can't be honoured, for people: it says nothing, is no network, or would allow too much to be meant. */
    public Optional<String> problem() {
        if (name().isEmpty()) {
            return Optional.of("an entry that allows nothing");
        }
        if (Suffixes.isShared(name())) {
            return Optional.of("\"" + value + "\" would allow every name that ends in it");
        }
        return looksLikeANetwork() ? networkProblem() : Optional.empty();
    }

    private Optional<String> networkProblem() {
        if (network().isEmpty()) {
            return Optional.of("\"" + value + "\" is no network");
        }
        return network().get().isEverything()
                ? Optional.of("\"" + value + "\" would allow every address")
                : Optional.empty();
    }

    /** {@code 1.2.3.4/40} is a network with a mistake in it; {@code 1.2.3.4/path} is a URL. */
    private boolean looksLikeANetwork() {
        int slash = refanged().indexOf('/');
        return slash > 0
                && (Hosts.isAddress4(refanged().substring(0, slash))
                        || refanged().lastIndexOf("::", slash) >= 0
                        || network().isPresent())
                && refanged().substring(slash + 1).chars().allMatch(c -> Characters.isDigit((char) c));
    }

    boolean isSuffix() {
        return refanged().startsWith("*.") || refanged().startsWith(".");
    }

    Optional<Network> network() {
        return Network.of(name());
    }

    /** In lower case and ASCII, without what marks a suffix. */
    String name() {
        String lower = refanged().toLowerCase(Locale.ROOT);
        String name = !isSuffix() ? lower : lower.substring(lower.indexOf('.') + 1);
        return name.chars().allMatch(c -> c < 128) ? name : ascii(name);
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return name;
        }
    }

    private String refanged() {
        RefangedText text = Refanger.refang(value);
        return text.between(0, text.length);
    }
}
