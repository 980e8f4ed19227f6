package dev.harrier.sentinel.dialect;

import java.util.Map;

/**
 * Reads one string literal: plain with escapes, verbatim ({@code @}), obfuscated ({@code h}) or between three backticks.
 * Source of the escapes: learn.microsoft.com/kusto/query/scalar-data-types/string.
 */
final class KqlStringReader {
    private static final Map<Character, String> ESCAPES = Map.ofEntries(
            Map.entry('\\', "\\"),
            Map.entry('"', "\""),
            Map.entry('\'', "'"),
            Map.entry('a', "\u0007"),
            Map.entry('b', "\b"),
            Map.entry('f', "\f"),
            Map.entry('n', "\n"),
            Map.entry('r', "\r"),
            Map.entry('t', "\t"),
            Map.entry('v', "\u000B"));
    private static final String FENCE = "```";

    private final String text;
    private final Place place;
    private final int quoteAt;
    private final boolean verbatim;
    private final StringBuilder value = new StringBuilder();
    private int at;

    KqlStringReader(String text, int start, Place place) {
        this.text = text;
        this.place = place;
        int i = start;
        boolean raw = false;
        while (i < text.length() && i < start + 2 && "hH@".indexOf(text.charAt(i)) >= 0) {
            raw |= text.charAt(i) == '@';
            i++;
        }
        quoteAt = i;
        verbatim = raw;
        read();
    }

    boolean starts() {
        return quoteAt < text.length() && (quote() || text.startsWith(FENCE, quoteAt));
    }

    int end() {
        return at;
    }

    String value() {
        return value.toString();
    }

    private boolean quote() {
        return text.charAt(quoteAt) == '"' || text.charAt(quoteAt) == '\'';
    }

    private void read() {
        at = quoteAt;
        if (!starts()) {
            return;
        }
        if (!quote()) {
            fenced();
            return;
        }
        char quote = text.charAt(at++);
        while (!closed(quote)) {
            one(quote);
        }
        at++;
    }

    private void fenced() {
        int close = text.indexOf(FENCE, quoteAt + FENCE.length());
        if (close < 0) {
            throw unclosed();
        }
        value.append(text, quoteAt + FENCE.length(), close);
        at = close + FENCE.length();
    }

    private boolean closed(char quote) {
        if (at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
            throw unclosed();
        }
        boolean doubled = verbatim && at + 1 < text.length() && text.charAt(at + 1) == quote;
        return text.charAt(at) == quote && !doubled;
    }

    private KqlSyntaxException unclosed() {
        return new KqlSyntaxException("a string literal is not closed", place);
    }

    private void one(char quote) {
        char c = text.charAt(at++);
        if (c == quote) {
            at++;
        }
        if (c == '\\' && !verbatim) {
            escape();
        } else {
            value.append(c);
        }
    }

    private void escape() {
        char c = at < text.length() ? text.charAt(at++) : '\n';
        if (ESCAPES.containsKey(c)) {
            value.append(ESCAPES.get(c));
        } else if (c == 'u' || c == 'x' || c == 'U') {
            value.appendCodePoint(hex(c == 'u' ? 4 : c == 'x' ? 2 : 8));
        } else if (c >= '0' && c <= '7') {
            octal(c);
        } else {
            throw new KqlSyntaxException("a string literal holds an unknown escape \\" + c, place);
        }
    }

    private int hex(int digits) {
        try {
            int code = Integer.parseUnsignedInt(text, at, at + digits, 16);
            at += digits;
            return code;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new KqlSyntaxException("a string literal holds a broken \\u escape", place);
        }
    }

    private void octal(char first) {
        int code = first - '0';
        for (int i = 0; i < 2 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7'; i++) {
            code = code * 8 + (text.charAt(at++) - '0');
        }
        value.append((char) code);
    }
}
