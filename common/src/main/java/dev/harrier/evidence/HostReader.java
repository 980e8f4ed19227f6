package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isLetter;

import java.util.Locale;

/** Reads dotted runs: addresses, domains, file names, and the dotted names of code that only look like them. */
final class HostReader {
    private static final int LONGEST = 253;

    private final RefangedText text;
    private final Findings out;
    private final AddressReader addresses;

    HostReader(RefangedText text, Findings out, AddressReader addresses) {
        this.text = text;
        this.out = out;
        this.addresses = addresses;
    }

    /** A run of word characters with dots inside. Returns where reading goes on. */
    int read(int start, int end, UrlReader urls) {
        if (isDigit(text.chars[end - 1]) && isDigit(text.chars[start]) && !hasLetter(start, end)) {
            return numbers(start, end, urls);
        }
        int last = lastDot(start, end) + 1;
        Boolean topLevel = Suffixes.lastLabel(text.chars, last, end);
        boolean defanged = text.isDefanged(start, end);
        if (topLevel == null) {
            return isUnknownButDefanged(defanged, last, end)
                    ? name(start, end, urls, true)
                    : addresses.glued(start, end);
        }
        return topLevel ? name(start, end, urls, defanged) : file(start, end);
    }

    private boolean isUnknownButDefanged(boolean defanged, int last, int end) {
        return defanged
                && end - last >= 2
                && end - last <= 24
                && isLetter(text.chars[last])
                && isLetter(text.chars[end - 1]);
    }

    private int numbers(int start, int end, UrlReader urls) {
        int after = addresses.version4(start, end);
        if (after == end
                && hasPath(end)
                && !AddressReader.canonical4(text, start, end).isEmpty()) {
            return urls.withoutScheme(start, end, AddressReader.canonical4(text, start, end));
        }
        return after;
    }

    private boolean hasPath(int end) {
        int slash = end;
        if (text.at(slash) == ':' && isDigit(text.at(slash + 1))) {
            slash++;
            while (slash < end + 6 && isDigit(text.at(slash))) {
                slash++;
            }
        }
        return text.at(slash) == '/'
                && !isProtocolOrNumber(slash + 1)
                && (isAlphanumeric(text.at(slash + 1)) || "?!~_-%.".indexOf(text.at(slash + 1)) >= 0);
    }

    /** {@code 45.77.1.9:443/tcp} and {@code 45.77.1.9/33} are no paths. */
    private boolean isProtocolOrNumber(int start) {
        int end = start;
        while (end < start + 4 && isDigit(text.at(end))) {
            end++;
        }
        end = end > start ? end : text.matches(start, "tcp") || text.matches(start, "udp") ? start + 3 : start;
        char next = text.at(end);
        return end > start && (Characters.isSpace(next) || next == ',' || next == ')' || next == ';');
    }

    private boolean hasLetter(int start, int end) {
        for (int i = start; i < end; i++) {
            if (isLetter(text.chars[i])) {
                return true;
            }
        }
        return false;
    }

    private int lastDot(int start, int end) {
        int i = end - 1;
        while (i > start && text.chars[i] != '.') {
            i--;
        }
        return i;
    }

    private int file(int start, int end) {
        if (end - start <= LONGEST) {
            out.add(IndicatorType.FILENAME, text.between(start, end), start, end);
        }
        return end;
    }

    private int name(int from, int end, UrlReader urls, boolean defanged) {
        int start = from;
        while (start < end && (text.chars[start] == '-' || text.chars[start] == '.')) {
            start++;
        }
        String host = host(start, end);
        if (host.isEmpty()) {
            return end;
        }
        String reason = HostShape.reasonAgainst(text, out, start, end, defanged);
        if (!reason.isEmpty()) {
            out.drop(
                    HostShape.typeOf(reason),
                    HostShape.typeOf(reason) == IndicatorType.DOMAIN ? host : text.between(start, end),
                    start,
                    end,
                    reason);
            return end;
        }
        out.add(IndicatorType.DOMAIN, host, start, end);
        return hasPath(end) ? urls.withoutScheme(start, end, host) : end;
    }

    /** The canonical host name of a range, in ASCII; empty when a label is empty, too long, or the whole is. */
    String host(int start, int end) {
        if (end - start > LONGEST || end - start < 4) {
            return "";
        }
        String value = text.between(start, end).toLowerCase(Locale.ROOT);
        return labelsFit(value) ? AsciiName.of(value) : "";
    }

    /** Whether the last label is a top-level domain, or letters in a name that was defanged. Makes no strings. */
    boolean endsLikeAHost(int start, int end) {
        int last = lastDot(start, end) + 1;
        if (last <= start + 1 || last >= end) {
            return false;
        }
        Boolean topLevel = Suffixes.lastLabel(text.chars, last, end);
        boolean letters = isLetter(text.chars[last]) && isLetter(text.chars[end - 1]);
        return (topLevel != null && topLevel) || (letters && text.isDefanged(start - 4, end));
    }

    private static boolean labelsFit(String value) {
        int label = 0;
        for (int i = 0; i < value.length(); i++) {
            boolean dot = value.charAt(i) == '.';
            boolean edge = label == 0 || i + 1 == value.length() || value.charAt(i + 1) == '.';
            if ((dot && label == 0) || label > 63 || (edge && value.charAt(i) == '-')) {
                return false;
            }
            label = dot ? 0 : label + 1;
        }
        return label > 0;
    }
}
