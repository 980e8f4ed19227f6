package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;
import java.util.Set;

/** Reads URLs, with or without a scheme, and the host inside. */
final class UrlReader {
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "ftp", "ftps", "sftp", "tcp", "udp", "ws", "wss", "ldap", "ldaps", "rmi", "smb", "ssh",
            "socks5", "dns", "gopher", "telnet", "stratum", "nfs", "rtsp", "rdp", "tls", "quic", "http3");
    private static final Set<String> REGISTRIES = Set.of(
            "ghcr.io",
            "quay.io",
            "docker.io",
            "gcr.io",
            "azurecr.io",
            "public.ecr.aws",
            "registry.k8s.io",
            "mcr.microsoft.com");

    private final RefangedText text;
    private final Findings out;
    private final HostReader hosts;
    private final UrlEnd ending;

    UrlReader(RefangedText text, Findings out, HostReader hosts) {
        this.text = text;
        this.out = out;
        this.hosts = hosts;
        this.ending = new UrlEnd(text);
    }

    /** A word before {@code ://}. Returns where reading goes on; {@code wordEnd} when this is no URL. */
    int read(int wordStart, int wordEnd) {
        int start = wordEnd;
        while (start > wordStart
                && start > wordEnd - 8
                && (isLetter(text.chars[start - 1]) || isDigit(text.chars[start - 1]))) {
            start--;
        }
        String scheme = schemeIn(text.between(start, wordEnd).toLowerCase(Locale.ROOT));
        if (scheme.isEmpty()) {
            return wordEnd;
        }
        int hostStart = wordEnd + 3;
        int literalEnd = literalEnd(hostStart);
        int end = ending.end(literalEnd);
        if (hostStart >= end) {
            return wordEnd;
        }
        WrappedUrl wrapped = WrappedUrl.at(text, start, end);
        return wrapped.isWrapped()
                ? wrapped(wordEnd - scheme.length(), scheme, hostStart, wrapped)
                : whole(wordEnd - scheme.length(), scheme, hostStart, end);
    }

    private static String schemeIn(String letters) {
        for (int from = 0; from < letters.length(); from++) {
            if (SCHEMES.contains(letters.substring(from))) {
                return letters.substring(from);
            }
        }
        return "";
    }

    private int whole(int start, String scheme, int hostStart, int end) {
        if (text.chars[hostStart] == '[') {
            return version6(start, scheme, hostStart, end);
        }
        int authorityEnd = authorityEnd(hostStart, end);
        int from = afterUser(hostStart, authorityEnd);
        int to = beforePort(from, authorityEnd);
        String host = hostOf(from, to);
        if (host.isEmpty()) {
            return withoutHost(start, end);
        }
        String value = scheme + "://" + text.between(hostStart, from) + host + text.between(to, end);
        out.add(IndicatorType.URL, value, start, end);
        out.add(typeOf(host), host, from, to);
        return end;
    }

    /** The host stands on the first line, the value goes on where the next one does. */
    private int wrapped(int start, String scheme, int hostStart, WrappedUrl url) {
        int from = afterUser(hostStart, authorityEnd(hostStart, url.firstEnd()));
        int to = beforePort(from, authorityEnd(hostStart, url.firstEnd()));
        String host = hostOf(from, to);
        if (host.isEmpty()) {
            return whole(start, scheme, hostStart, url.firstEnd());
        }
        String rest = text.between(to, url.firstEnd()) + text.between(url.restStart(), url.restEnd());
        out.add(IndicatorType.URL, scheme + "://" + text.between(hostStart, from) + host + rest, start, url.restEnd());
        out.add(typeOf(host), host, from, to);
        return url.restEnd();
    }

    /** Behind {@code [2a02::1]}, when the host is that; else the host's own start. */
    private int literalEnd(int hostStart) {
        int end = hostStart + 1;
        while (end < hostStart + 42 && (isHex(text.at(end)) || text.at(end) == ':')) {
            end++;
        }
        boolean literal = text.at(hostStart) == '['
                && text.at(end) == ']'
                && end > hostStart + 2
                && Addresses.isVersion6(text.chars, hostStart + 1, end);
        return literal ? end + 1 : hostStart;
    }

    private int withoutHost(int start, int end) {
        String why = "not a URL that can be hunted: no public host name";
        out.drop(IndicatorType.URL, text.between(start, end), start, end, why);
        return end;
    }

    private int version6(int start, String scheme, int hostStart, int end) {
        int close = literalEnd(hostStart) - 1;
        if (close < hostStart) {
            return withoutHost(start, end);
        }
        String host = text.between(hostStart + 1, close).toLowerCase(Locale.ROOT);
        out.add(IndicatorType.URL, scheme + "://[" + host + "]" + text.between(close + 1, end), start, end);
        out.add(IndicatorType.IPV6, host, hostStart + 1, close);
        return end;
    }

    static IndicatorType typeOf(String host) {
        return isDigit(host.charAt(host.length() - 1)) ? IndicatorType.IPV4 : IndicatorType.DOMAIN;
    }

    /** A host with a path behind it. Returns where reading goes on. */
    int withoutScheme(int start, int hostEnd, String host) {
        int end = ending.end(hostEnd);
        boolean registry = Hosts.covers(REGISTRIES, host) && !text.matches(hostEnd, "/v2/");
        out.add(
                registry ? IndicatorType.CONTAINER_IMAGE : IndicatorType.URL,
                host + text.between(hostEnd, end),
                start,
                end);
        return end;
    }

    private String hostOf(int from, int to) {
        String address = AddressReader.canonical4(text, from, to);
        if (!address.isEmpty()) {
            return address;
        }
        return hosts.endsLikeAHost(from, to) && wordsOnly(from, to) ? hosts.host(from, to) : "";
    }

    private boolean wordsOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isWord(text.chars[i]) && text.chars[i] != '.') {
                return false;
            }
        }
        return true;
    }

    private int authorityEnd(int from, int end) {
        int i = from;
        while (i < end && "/?#".indexOf(text.chars[i]) < 0) {
            i++;
        }
        return i;
    }

    private int afterUser(int from, int end) {
        for (int i = end - 1; i > from; i--) {
            if (text.chars[i] == '@') {
                return i + 1;
            }
        }
        return from;
    }

    private int beforePort(int from, int end) {
        int i = end;
        while (i > from && isDigit(text.chars[i - 1])) {
            i--;
        }
        int to = i > from && text.chars[i - 1] == ':' ? i - 1 : end;
        return to > from && text.chars[to - 1] == '.' ? to - 1 : to;
    }
}
