package dev.harrier.dist.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.evidence.IndicatorType;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value as the corpus's {@code score.py} compares it: its kind by the scorer's word, the value refanged and in lower case.
 *
 * @param kind for example {@code ip} for both versions
 * @param value comparable
 */
record Observable(String kind, String value) {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("ipv4", "ip"),
            Map.entry("ipv6", "ip"),
            Map.entry("ip_address", "ip"),
            Map.entry("ipv4s", "ip"),
            Map.entry("ipv6s", "ip"),
            Map.entry("domains", "domain"),
            Map.entry("hostname", "domain"),
            Map.entry("urls", "url"),
            Map.entry("email_address", "email"),
            Map.entry("email_addresses", "email"),
            Map.entry("email_addresses_complete", "email"),
            Map.entry("emails", "email"),
            Map.entry("md5s", "md5"),
            Map.entry("sha1s", "sha1"),
            Map.entry("sha256s", "sha256"),
            Map.entry("cves", "cve"));
    private static final Pattern MASKED = Pattern.compile("^h(?:xx|XX|\\*\\*)p");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?=//).*");

    static Observable of(IndicatorType type, String value) {
        return of(type.word(), value);
    }

    /** An expectation of the corpus: {@code {"type": …, "value": …}}. */
    static Observable of(JsonNode expectation) {
        return of(expectation.path("type").asText(), expectation.path("value").asText());
    }

    private static Observable of(String type, String value) {
        String kind = kind(type);
        return new Observable(kind, canonical(kind, value));
    }

    static String kind(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return KINDS.getOrDefault(lower, lower);
    }

    boolean isScored() {
        return Kind.isKnown(kind);
    }

    private static String canonical(String kind, String value) {
        String lower = refanged(value.strip()).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "url" -> withoutEnd(lower, "/.,;");
            case "domain" -> withoutEnd(lower, ".");
            default -> lower;
        };
    }

    private static String refanged(String value) {
        String dotted = value.replace("[.]", ".").replace("(.)", ".").replace("[:]", ":");
        String whole = dotted.replace("[@]", "@").replace("[at]", "@").replace("[dot]", ".");
        return MASKED.matcher(whole).replaceFirst("http");
    }

    private static String withoutEnd(String value, String characters) {
        int end = value.length();
        while (end > 0 && characters.indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, end);
    }

    /** The host of a URL as Python's {@code urlsplit} finds it; empty when there is none. */
    static String host(String url) {
        String whole = url.contains("://") ? url : "//" + url;
        int from = SCHEME.matcher(whole).matches() ? whole.indexOf("://") + 3 : whole.startsWith("//") ? 2 : -1;
        return from < 0 ? "" : authority(whole.substring(from).split("[/?#]", 2)[0]);
    }

    private static String authority(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (authority.indexOf('[') >= 0 || authority.indexOf(']') >= 0) {
            return bracketed(authority);
        }
        int port = host.indexOf(':');
        return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    }

    private static String bracketed(String authority) {
        try {
            String host = URI.create("x://" + authority).getHost();
            return host == null ? "" : host.replaceAll("[\\[\\]]", "");
        } catch (IllegalArgumentException notAHost) {
            return "";
        }
    }
}
