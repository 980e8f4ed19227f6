package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a site knows to be its own or harmless. Case does not matter, and an entry may be written defanged. It is one of
 * <ul>
 *   <li>a domain, which covers the names below it, and the URLs and e-mail addresses there;
 *   <li>{@code *.name} or {@code .name}, which covers only the names below it;
 *   <li>an IP address or a network ({@code 203.0.113.0/24}, {@code 2001:db8::/32}), which covers what lies in it, URLs included;
 *   <li>any other indicator's exact value.
 * </ul>
 * Immutable and thread-safe. Cost of a question does not grow with the number of entries.
 */
public final class Allowlist {
    private static final Allowlist NONE = new Allowlist(List.of());

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> suffixes = new HashMap<>();
    private final Map<Network, String> networks = new HashMap<>();
    private final TreeSet<Integer> prefixes = new TreeSet<>(Comparator.reverseOrder());

    private Allowlist(Collection<AllowedValue> entries) {
        entries.forEach(this::add);
    }

    private void add(AllowedValue entry) {
        if (entry.isSuffix()) {
            suffixes.putIfAbsent(entry.name(), entry.origin());
        } else if (entry.network().isPresent()) {
            networks.putIfAbsent(entry.network().get(), entry.origin());
            prefixes.add(entry.network().get().bits());
        } else {
            values.putIfAbsent(entry.name(), entry.origin());
        }
    }

    /** Allows nothing. */
    public static Allowlist none() {
        return NONE;
    }

    /**
     * Allows these; of two that say the same, the first is named as the reason.
     *
     * @throws IllegalArgumentException if one of them has a {@linkplain AllowedValue#problem() problem}
     */
    public static Allowlist of(Collection<AllowedValue> entries) {
        requireNonNull(entries, "entries is null");
        String problems = entries.stream()
                .flatMap(e -> e.problem().map(p -> e.origin() + ": " + p).stream())
                .collect(joining("; "));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems);
        }
        return new Allowlist(entries);
    }

    /** Where the entry stands that allows an indicator of this type with this canonical value; empty when none does. */
    public Optional<String> origin(IndicatorType type, String value) {
        if (values.isEmpty() && suffixes.isEmpty() && networks.isEmpty()) {
            return Optional.empty();
        }
        String lower = value.toLowerCase(Locale.ROOT);
        String exact = values.get(lower);
        return exact != null ? Optional.of(exact) : byPlace(type, Hosts.of(type, lower));
    }

    private Optional<String> byPlace(IndicatorType type, String host) {
        return switch (type) {
            case DOMAIN, URL, EMAIL -> byName(host).or(() -> byNetwork(host));
            case IPV4, IPV6, CIDR -> byNetwork(host);
            default -> Optional.empty();
        };
    }

    private Optional<String> byName(String host) {
        String name = Hosts.covering(values.keySet(), host);
        String suffix = Hosts.covering(suffixes.keySet(), host.substring(host.indexOf('.') + 1));
        return Optional.ofNullable(values.get(name)).or(() -> Optional.ofNullable(suffixes.get(suffix)));
    }

    private Optional<String> byNetwork(String text) {
        return prefixes.isEmpty() ? Optional.empty() : Network.of(text).flatMap(this::covering);
    }

    /** The narrowest network that holds this one. */
    private Optional<String> covering(Network network) {
        return prefixes.stream()
                .filter(bits -> bits <= network.bits())
                .map(bits -> networks.get(network.widenedTo(bits)))
                .filter(origin -> origin != null)
                .findFirst();
    }
}
