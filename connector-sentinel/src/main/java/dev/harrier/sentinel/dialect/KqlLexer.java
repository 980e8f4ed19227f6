package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens; comments and spaces are dropped, every token knows its place. */
final class KqlLexer {
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]+|[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern SPAN = Pattern.compile(
            "[0-9]+(\\.[0-9]+)?"
                    + "(days?|d|hours?|hrs?|hr|h|minutes?|min|m|seconds?|sec|s|milliseconds?|millis|ms|microseconds?|micros|ticks?)\\b");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NEGATED = Pattern.compile("![a-z_]+~?");
    private static final Pattern RAW = Pattern.compile("(datetime|date|timespan|time)\\s*\\(([^()\"']*)\\)");
    private static final Set<String> PAIRS = Set.of("==", "!=", "=~", "!~", "<=", ">=", "<>", "..", "=>");
    private static final String SINGLES = "|()[]{},;.=<>+-*/%:?@$";

    private final String text;
    private final List<KqlToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private KqlLexer(String text) {
        this.text = text;
    }

    /**
     * All tokens, the last one {@code END}.
     *
     * @throws KqlSyntaxException at the first character that starts none
     */
    static List<KqlToken> tokens(String text) {
        return new KqlLexer(text).run();
    }

    private List<KqlToken> run() {
        while (skipped() < text.length()) {
            next();
        }
        tokens.add(new KqlToken(Kind.END, "", "", place()));
        return List.copyOf(tokens);
    }

    private Place place() {
        return new Place(line, at - lineStart + 1);
    }

    private int skipped() {
        while (at < text.length() && (" \t\r\n".indexOf(text.charAt(at)) >= 0 || text.startsWith("//", at))) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                step();
            }
        }
        return at;
    }

    private void step() {
        if (text.charAt(at++) == '\n') {
            line++;
            lineStart = at;
        }
    }

    private void next() {
        KqlStringReader string = new KqlStringReader(text, at, place());
        if (string.starts()) {
            add(Kind.STRING, string.end(), string.value());
        } else if (text.startsWith("['", at) || text.startsWith("[\"", at)) {
            bracketed();
        } else if (!matched(RAW, Kind.DATETIME, 0) && !matched(SPAN, Kind.TIMESPAN, 0) && !number() && !word()) {
            symbol();
        }
    }

    private void bracketed() {
        KqlStringReader name = new KqlStringReader(text, at + 1, place());
        boolean index =
                at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || ")]_".indexOf(text.charAt(at - 1)) >= 0);
        if (index || name.end() >= text.length() || text.charAt(name.end()) != ']') {
            add(Kind.SYMBOL, at + 1, "[");
        } else {
            add(Kind.QUOTED_NAME, name.end() + 1, name.value());
        }
    }

    private boolean matched(Pattern pattern, Kind kind, int group) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt() && !(kind == Kind.DATETIME && afterDot());
        if (found) {
            add(kind, matcher.end(), matcher.group(group));
        }
        return found;
    }

    private boolean afterDot() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(".");
    }

    private boolean number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        String digits = matcher.group();
        boolean real = !digits.startsWith("0x") && !digits.startsWith("0X") && !digits.matches("[0-9]+");
        add(real ? Kind.REAL : Kind.NUMBER, matcher.end(), digits);
        return true;
    }

    private boolean word() {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            boolean tilde = name.group().equals("in") && name.end() < text.length() && text.charAt(name.end()) == '~';
            int end = tilde ? name.end() + 1 : name.end();
            add(Kind.NAME, end, text.substring(at, end));
            return true;
        }
        return matched(NEGATED, Kind.SYMBOL, 0);
    }

    private void symbol() {
        if (at + 2 <= text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            add(Kind.SYMBOL, at + 2, text.substring(at, at + 2));
        } else if (SINGLES.indexOf(text.charAt(at)) >= 0) {
            add(Kind.SYMBOL, at + 1, text.substring(at, at + 1));
        } else {
            throw new KqlSyntaxException(String.format("unexpected character U+%04X", text.codePointAt(at)), place());
        }
    }

    private void add(Kind kind, int end, String value) {
        tokens.add(new KqlToken(kind, text.substring(at, end), value, place()));
        while (at < end) {
            step();
        }
    }
}
