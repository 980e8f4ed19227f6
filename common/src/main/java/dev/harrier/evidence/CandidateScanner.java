package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.DIGIT;
import static dev.harrier.evidence.Characters.HEX;
import static dev.harrier.evidence.Characters.SIGN;
import static dev.harrier.evidence.Characters.WORD;
import static dev.harrier.evidence.Characters.isBlank;
import static dev.harrier.evidence.Characters.isDigit;
import static dev.harrier.evidence.Characters.isHex;
import static dev.harrier.evidence.Characters.isWord;

/**
 * The one pass over a text: reads word by word, and hands each word to the reader of what its characters and neighbours say it may be.
 * Every reader looks ahead by a bounded distance or consumes what it has read, so that the cost is linear in the text's length.
 */
final class CandidateScanner {
    private static final WordTable<Cue> CUES = Cues.table();

    private final RefangedText text;
    private final Findings out;
    private final HostReader hosts;
    private final UrlReader urls;
    private final AddressReader addresses;
    private final HashReader hashes;
    private final PathReader paths;
    private final TokenReader tokens;

    private CandidateScanner(RefangedText text) {
        this.text = text;
        this.out = new Findings();
        this.addresses = new AddressReader(text, out);
        this.hosts = new HostReader(text, out, addresses);
        this.urls = new UrlReader(text, out, hosts);
        this.hashes = new HashReader(text, out);
        this.paths = new PathReader(text, out);
        this.tokens = new TokenReader(text, out);
    }

    static Findings scan(RefangedText text) {
        CandidateScanner scanner = new CandidateScanner(text);
        int i = 0;
        while (i < text.length) {
            int kinds = Characters.kinds(text.chars[i]);
            i = (kinds & WORD) != 0 ? scanner.word(i) : (kinds & SIGN) != 0 ? scanner.mark(i) : i + 1;
        }
        return scanner.out;
    }

    private int mark(int i) {
        switch (text.chars[i]) {
            case '/', '~' -> {
                return Math.max(i + 1, paths.unix(i));
            }
            case '\\', '%', '<' -> {
                return Math.max(i + 1, paths.special(i));
            }
            case ':' -> {
                return Math.max(i + 1, addresses.version6(i));
            }
            case '&' -> commandAndControl(i);
            default -> {
                // No sign of an observable.
            }
        }
        return i + 1;
    }

    /** {@code C&C}. */
    private void commandAndControl(int i) {
        if (text.at(i - 1) == 'C' && text.at(i + 1) == 'C' && !isWord(text.at(i - 2)) && !isWord(text.at(i + 2))) {
            out.cue(Cue.MALICIOUS, i - 1);
        }
    }

    private int word(int start) {
        char[] chars = text.chars;
        int n = text.length;
        int some = 0;
        int all = -1;
        int i = start;
        while (i < n) {
            int kinds = Characters.kinds(chars[i]);
            if ((kinds & WORD) == 0) {
                break;
            }
            some |= kinds;
            all &= kinds;
            i++;
        }
        return isDotInside(i) ? dotted(start, dottedEnd(i)) : plain(start, i, (some & DIGIT) != 0, (all & HEX) != 0);
    }

    private boolean isDotInside(int i) {
        return text.at(i) == '.' && isWord(text.at(i + 1));
    }

    private int dottedEnd(int firstDot) {
        char[] chars = text.chars;
        int n = text.length;
        int i = firstDot;
        while (i < n && (isWord(chars[i]) || (chars[i] == '.' && isDotInside(i)))) {
            i++;
        }
        return i;
    }

    private int plain(int start, int end, boolean digit, boolean hex) {
        char next = text.at(end);
        if (next == ':' || next == '@' || next == '\\' || next == '+') {
            int after = joined(start, end, next);
            if (after > end) {
                return after;
            }
        }
        if (digit || (hex && end - start >= 32)) {
            return Math.max(end, withDigits(start, end, hex));
        }
        cue(start, end);
        return text.chars[start] == 'C' || text.chars[start] == 'c' ? Math.max(end, tokens.spacedCve(start, end)) : end;
    }

    private void cue(int start, int end) {
        Cue cue = CUES.find(text.chars, start, end);
        if (cue != null) {
            out.cue(cue, start);
        }
    }

    private int withDigits(int start, int end, boolean hex) {
        if (hex && end - start >= 16) {
            int after = hashes.hex(start, end);
            if (after > 0) {
                return after;
            }
        }
        cue(start, end);
        return tokens.read(start, end);
    }

    private int dotted(int start, int end) {
        char next = text.at(end);
        if (next == '@' || next == '+' || (next == ':' && text.at(end + 1) == '/')) {
            int after = joined(start, end, next);
            if (after > end) {
                return after;
            }
        }
        if (tokens.isTechnique(start, end)) {
            return tokens.technique(start, end);
        }
        tokens.embeddedCve(start, end);
        return hosts.read(start, end, urls);
    }

    private int joined(int start, int end, char next) {
        return switch (next) {
            case ':' -> colon(start, end);
            case '\\' -> paths.registry(start, end);
            default -> tokens.email(start, end, hosts);
        };
    }

    private int colon(int start, int end) {
        if (text.at(end + 1) == '/' && text.at(end + 2) == '/') {
            return urls.read(start, end);
        }
        if (end - start == 1 && (text.at(end + 1) == '\\' || text.at(end + 1) == '/')) {
            return paths.drive(start, end);
        }
        boolean number = isDigit(text.chars[start]) && isDigit(text.chars[end - 1]);
        if (number && !isBlank(text.at(end + 1))) {
            int after = hashes.fuzzy(start, end);
            if (after > end) {
                return after;
            }
        }
        return end - start <= 4 && isHex(text.chars[start]) ? addresses.version6(start) : end;
    }
}
