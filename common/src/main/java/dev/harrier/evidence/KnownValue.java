package dev.harrier.evidence;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of a value wherever in an article it stands. Each reason is empty when it does not apply.
 *
 * @param shape why it is no observable of its type
 * @param fangedBenign why it is benign unless it was written defanged
 * @param benign why it is benign however it was written
 * @param mayBeReference whether the place can still make it a mere reference
 * @param neverHunted why it is never hunted, though kept
 */
record KnownValue(String shape, String fangedBenign, String benign, boolean mayBeReference, String neverHunted) {
    private static final Set<String> FREE_MAIL = Set.of("outlook.com", "live.com", "msn.com", "icloud.com");

    /** Of a value that its reader has refused: nothing was asked about it. */
    static final KnownValue REFUSED = new KnownValue("refused by its reader", "", "", false, "");

    static KnownValue of(IndicatorType type, String value, Allowlist allowlist, Predicate<String> isOwn) {
        String shape = FileShape.reasonAgainst(type, value);
        String host = Hosts.of(type, value);
        String allowed = allowlist
                .origin(type, value)
                .map(origin -> "site allow-list: " + origin)
                .orElse("");
        String benign = allowed.isEmpty() ? benign(type, value, host, isOwn) : allowed;
        boolean page = type == IndicatorType.URL && !isAddress(host);
        String fanged = page && allowed.isEmpty() ? page(host, value) : "";
        return new KnownValue(
                shape, fanged, benign, page || type == IndicatorType.DOMAIN, neverHunted(type, value, host));
    }

    private static String benign(IndicatorType type, String value, String host, Predicate<String> isOwn) {
        return switch (type) {
            case IPV4, IPV6 -> address(value);
            case CIDR -> address(value.substring(0, value.indexOf('/')));
            case DOMAIN -> domain(host, isOwn);
            case URL -> isAddress(host) ? address(host) : own(host, isOwn);
            case EMAIL -> isAddress(host) ? address(host) : email(host, isOwn);
            case MD5, SHA1, SHA256, SHA512, IMPHASH -> hash(value);
            case FILENAME ->
                BenignFacts.isCommonFile(value.toLowerCase(Locale.ROOT))
                        ? "benign: a program or file found everywhere"
                        : "";
            default -> "";
        };
    }

    private static String hash(String digest) {
        String known = BenignFacts.hash(digest);
        return known.isEmpty() ? "" : "benign: " + known;
    }

    private static boolean isAddress(String host) {
        return Hosts.isAddress4(host) || host.indexOf(':') >= 0;
    }

    private static String address(String value) {
        String reserved = Addresses.reservedAs(value);
        if (!reserved.isEmpty()) {
            return "benign: " + reserved + " address";
        }
        return BenignFacts.isResolver(value) ? "benign: well-known resolver" : "";
    }

    private static String domain(String host, Predicate<String> isOwn) {
        String known = BenignFacts.domain(host);
        if (!known.isEmpty()) {
            return "benign: " + known;
        }
        String own = own(host, isOwn);
        return own.isEmpty() && Suffixes.isPublic(host) ? "not a domain: a public suffix" : own;
    }

    private static String own(String host, Predicate<String> isOwn) {
        return isOwn.test(host) ? "benign: the publisher's own site" : "";
    }

    private static String email(String host, Predicate<String> isOwn) {
        String known = BenignFacts.domain(host);
        boolean contact = known.equals("security publisher")
                || (known.equals("vendor") && !FREE_MAIL.contains(Suffixes.registered(host)));
        return contact || isOwn.test(host) ? "benign: a contact address" : "";
    }

    private static String page(String host, String url) {
        String known = BenignFacts.domain(host);
        return known.isEmpty() || isAccountOf(known, url) ? "" : "benign: " + known;
    }

    /** A page of somebody's on a public service or a code host is what its author says it is, not what the service is. */
    private static boolean isAccountOf(String kind, String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return (kind.equals("public service") || kind.equals("code hosting")) && path > 0 && path + 1 < url.length();
    }

    private static String trivial(String digest) {
        if (digest.chars().allMatch(c -> c == digest.charAt(0))) {
            return "never hunted: one digit repeated is an example of a hash";
        }
        String known = BenignFacts.trivialHash(digest);
        return known.isEmpty() ? "" : "never hunted: " + known;
    }

    private static String neverHunted(IndicatorType type, String value, String host) {
        if (BenignFacts.isReservedName(host)) {
            return "never hunted: a name reserved for documentation";
        }
        if (type.isHash()) {
            return trivial(value);
        }
        if (HostShape.isFalseOnion(host)) {
            return "never hunted: no onion service can have this name";
        }
        return type == IndicatorType.DOMAIN && BenignFacts.isShared(host)
                ? "never hunted as a bare domain: infrastructure that many share"
                : FileShape.whyNeverHunted(type, value);
    }
}
