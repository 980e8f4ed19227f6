package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;

/** Reads what a single word spells: CVE ids, technique ids, autonomous systems, wallets; and e-mail addresses. */
final class TokenReader {
    private static final int LONGEST_LOCAL_PART = 64;

    private final RefangedText text;
    private final Findings out;
    private int localStart;
    private int localEnd = -1;

    TokenReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
    }

    /** A word with a digit in it. Returns where reading goes on. */
    int read(int start, int end) {
        char first = Characters.lower(text.chars[start]);
        if (first == 'c' && text.matches(start, "cve")) {
            return Math.max(end, cve(start, start + 3));
        }
        if (first == 't' && isTechnique(start, end)) {
            return technique(start, end);
        }
        if (first == 'a' && text.matches(start, "as")) {
            autonomousSystem(start, end);
        }
        if (end - start >= 26) {
            Wallets.read(text, start, end, out);
        }
        return end;
    }

    /** {@code CVE 2014-1000}, {@code CVE–2014–1000}: the word CVE, then something else than a hyphen. */
    int spacedCve(int start, int end) {
        boolean asn = end - start == 3 && text.matches(start, "asn");
        return !asn && end - start == 3 && text.matches(start, "cve") ? cve(start, end) : end;
    }

    private int cve(int start, int afterWord) {
        int year = afterWord + (isDash(text.at(afterWord)) || text.at(afterWord) == ' ' ? 1 : 0);
        int dash = digitsFrom(year);
        int number = dash + 1;
        int end = digitsFrom(number);
        boolean fits =
                year > afterWord && dash - year == 4 && isDash(text.at(dash)) && end - number >= 4 && end - number <= 7;
        if (!fits || isLetter(text.at(end))) {
            return afterWord;
        }
        out.add(IndicatorType.CVE, "CVE-" + text.between(year, dash) + "-" + text.between(number, end), start, end);
        return end;
    }

    /** A detection name that holds a CVE id: {@code Exploit.CVE-2017-11882.H}. */
    void embeddedCve(int start, int end) {
        for (int i = start + 1; i < end - 12; i++) {
            if (text.chars[i - 1] == '.' && text.matches(i, "cve-")) {
                cve(i, i + 3);
            }
        }
    }

    private static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private int digitsFrom(int from) {
        int i = from;
        while (i < text.length && i < from + 8 && isDigit(text.chars[i])) {
            i++;
        }
        return i;
    }

    /** {@code T1059} or {@code T1059.001}, and nothing else. */
    boolean isTechnique(int start, int end) {
        int length = end - start;
        boolean shape = (length == 5 || (length == 9 && text.chars[start + 5] == '.'))
                && Characters.lower(text.chars[start]) == 't';
        for (int i = start + 1; shape && i < end; i++) {
            shape = isDigit(text.chars[i]) || i == start + 5;
        }
        return shape;
    }

    int technique(int start, int end) {
        out.techniques.add(
                new Candidate(IndicatorType.CVE, text.between(start, end).toUpperCase(Locale.ROOT), start, end));
        return end;
    }

    private void autonomousSystem(int start, int end) {
        int digits = start + (text.matches(start, "asn") ? 3 : 2);
        if (end - digits < 2 || end - digits > 10) {
            return;
        }
        for (int i = digits; i < end; i++) {
            if (!isDigit(text.chars[i])) {
                return;
            }
        }
        out.add(IndicatorType.ASN, "AS" + text.between(digits, end), start, end);
    }

    /** A word before {@code @} or {@code +}. Returns where reading goes on; {@code wordEnd} when this is no address. */
    int email(int start, int wordEnd, HostReader hosts) {
        int at = localEnd(wordEnd);
        if (text.at(at) != '@' || at - start > LONGEST_LOCAL_PART) {
            return wordEnd;
        }
        int hostEnd = hostEnd(at + 1);
        if (hostEnd - at < 5) {
            return wordEnd;
        }
        return address(start, at, hostEnd, hosts);
    }

    /** Words joined by plus signs ask for the same end again and again: it is looked for once. */
    private int localEnd(int from) {
        if (from < localStart || from > localEnd) {
            localStart = from;
            localEnd = from;
            while (localEnd < text.length && isLocal(text.chars[localEnd])) {
                localEnd++;
            }
        }
        return localEnd;
    }

    private int address(int from, int at, int hostEnd, HostReader hosts) {
        int start = from;
        while (start < at && (text.chars[start] == '-' || (text.chars[start] == '_' && text.at(start + 1) == '_'))) {
            start++;
        }
        String host = start < at && hosts.endsLikeAHost(at + 1, hostEnd) ? hosts.host(at + 1, hostEnd) : "";
        if (host.isEmpty()) {
            return hostEnd;
        }
        out.add(IndicatorType.EMAIL, text.between(start, at).toLowerCase(Locale.ROOT) + "@" + host, start, hostEnd);
        out.add(IndicatorType.DOMAIN, host, at + 1, hostEnd);
        return hostEnd;
    }

    private int hostEnd(int from) {
        int i = from;
        while (i < text.length && (isWord(text.chars[i]) || (text.chars[i] == '.' && isAlphanumeric(text.at(i + 1))))) {
            i++;
        }
        return i;
    }

    private static boolean isLocal(char c) {
        return isWord(c) || c == '.' || c == '+' || c == '%' || c == '=';
    }
}
