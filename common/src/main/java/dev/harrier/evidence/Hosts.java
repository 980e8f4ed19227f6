package dev.harrier.evidence;

import java.util.Set;

/** Host names as values: where they stand in an indicator, and which names cover them. */
final class Hosts {
    private Hosts() {}

    /** The host of an indicator's canonical value: a URL's, an e-mail address's, or the value itself. */
    static String of(IndicatorType type, String value) {
        return switch (type) {
            case URL -> ofUrl(value);
            case EMAIL -> withoutBrackets(value.substring(value.lastIndexOf('@') + 1));
            default -> value;
        };
    }

    private static String ofUrl(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 || scheme > 10 ? 0 : scheme + 3;
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int user = url.lastIndexOf('@', end - 1);
        from = user >= from ? user + 1 : from;
        if (url.startsWith("[", from)) {
            return withoutBrackets(url.substring(from, url.indexOf(']', from) + 1));
        }
        int port = url.indexOf(':', from);
        return url.substring(from, port > 0 && port < end ? port : end);
    }

    /** {@code [45.77.1.9]} and {@code [2a02::1]} are addresses. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether the set holds this name or one above it. */
    static boolean covers(Set<String> names, String host) {
        return !covering(names, host).isEmpty();
    }

    /** The longest name of the set that is this one or above it; empty when none is. */
    static String covering(Set<String> names, String host) {
        String rest = host;
        while (!names.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return "";
            }
            rest = rest.substring(dot + 1);
        }
        return rest;
    }

    static boolean isAddress4(String value) {
        int dots = 0;
        int number = -1;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && number >= 0) {
                dots++;
                number = -1;
            } else if (Characters.isDigit(c) && number < 256) {
                number = Math.max(0, number) * 10 + c - '0';
            } else {
                return false;
            }
            if (number > 255) {
                return false;
            }
        }
        return dots == 3 && number >= 0;
    }
}
