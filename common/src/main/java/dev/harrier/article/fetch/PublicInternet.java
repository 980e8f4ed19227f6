package dev.harrier.article.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through what is globally reachable by IANA's special-purpose address registries (IPv4 and IPv6), less the addresses at which
 * clouds answer their own machines. Of IPv6 only 2000::/3 is global unicast, so everything else is refused without being listed.
 */
final class PublicInternet implements AddressPolicy {
    private static final List<Network> SPECIAL = List.of(
            Network.of("0.0.0.0/8", "an address of this machine"),
            Network.of("10.0.0.0/8", "a private address"),
            Network.of("100.64.0.0/10", "an address shared inside a carrier's network"),
            Network.of("127.0.0.0/8", "a loopback address"),
            Network.of("168.63.129.16/32", "a cloud's metadata service"),
            Network.of("169.254.0.0/16", "a link-local address, where clouds answer with credentials"),
            Network.of("172.16.0.0/12", "a private address"),
            Network.of("192.0.0.0/24", "a protocol's address"),
            Network.of("192.0.2.0/24", "a documentation address"),
            Network.of("192.88.99.0/24", "a 6to4 relay"),
            Network.of("192.168.0.0/16", "a private address"),
            Network.of("198.18.0.0/15", "a benchmark's address"),
            Network.of("198.51.100.0/24", "a documentation address"),
            Network.of("203.0.113.0/24", "a documentation address"),
            Network.of("224.0.0.0/4", "a multicast address"),
            Network.of("240.0.0.0/4", "a reserved address"),
            Network.of("2001::/23", "a protocol's address"),
            Network.of("2001:db8::/32", "a documentation address"),
            Network.of("2002::/16", "a 6to4 address, which may hide a private one"),
            Network.of("3fff::/20", "a documentation address"));
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3", "global");
    private static final Network NAT64 = Network.of("64:ff9b::/96", "translated");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "local", "internal", "lan", "intranet", "corp");

    @Override
    public Optional<String> refusal(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.indexOf(':') >= 0) {
            return Optional.empty();
        }
        int dot = name.lastIndexOf('.');
        boolean local = dot < 0 || LOCAL_NAMES.contains(name.substring(dot + 1)) || name.endsWith(".home.arpa");
        return local ? Optional.of("a name of the local network") : Optional.empty();
    }

    @Override
    public Optional<String> refusal(InetAddress address) {
        byte[] bytes = embedded(address.getAddress());
        for (Network special : SPECIAL) {
            if (special.contains(bytes)) {
                return Optional.of(special.purpose());
            }
        }
        boolean global = bytes.length == 4 || GLOBAL_UNICAST.contains(bytes);
        return global ? Optional.empty() : Optional.of("no address of the public Internet");
    }

    /** The IPv4 address inside a mapped or translated one: on an IPv6-only network every IPv4 host looks like that. */
    private static byte[] embedded(byte[] bytes) {
        boolean wraps = NAT64.contains(bytes) || isMapped(bytes);
        return wraps ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    /** Java itself turns most spellings of a mapped address into the IPv4 one; this is for the rest. */
    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
