package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a site knows to be its own or harmless. An entry is a domain (which covers the names below it, and the URLs and e-mail
 * addresses there), an IP address, an IPv4 network ({@code 203.0.113.0/24}), or any other indicator's exact value. Case does not
 * matter. Immutable and thread-safe.
 */
public final class Allowlist {
    private static final Allowlist NONE = new Allowlist(List.of());
    private final Set<String> values = new HashSet<>();
    private final List<String> networks;

    private Allowlist(Collection<String> entries) {
        entries.forEach(entry -> values.add(entry.strip().toLowerCase(Locale.ROOT)));
        networks = values.stream().filter(Allowlist::isNetwork).sorted().toList();
    }

    /** Allows nothing. */
    public static Allowlist none() {
        return NONE;
    }

    /** Allows these entries; blank ones and those that begin with {@code #} count for nothing. */
    public static Allowlist of(Collection<String> entries) {
        requireNonNull(entries, "entries is null");
        return new Allowlist(
                entries.stream().filter(e -> !e.isBlank() && !e.startsWith("#")).toList());
    }

    private static boolean isNetwork(String entry) {
        int slash = entry.indexOf('/');
        return slash > 0
                && entry.substring(slash + 1).matches("[12]?\\d|3[0-2]")
                && Hosts.isAddress4(entry.substring(0, slash));
    }

    /** Whether an indicator of this type with this canonical value is allowed. */
    public boolean allows(IndicatorType type, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (values.isEmpty()) {
            return false;
        }
        return values.contains(lower)
                || Hosts.covers(values, Hosts.of(type, lower))
                || inNetwork(Hosts.of(type, lower));
    }

    private boolean inNetwork(String host) {
        return Hosts.isAddress4(host) && networks.stream().anyMatch(network -> Addresses.inside(host, network));
    }
}
