package dev.harrier.splunk.dialect;

import dev.harrier.hunt.TextPattern;
import java.util.stream.Collectors;

/**
 * The only way by which a value enters a query. Stateless.
 *
 * <p>Both of SPL's string syntaxes escape backslash and quote with a backslash (Splunk Search Manual, "Backslashes"; Search
 * Reference, "search: Quotes and escaping characters"). They differ in what a string means: in a search term {@code *} is a
 * wildcard that nothing escapes (same pages) and {@code ?} is plain; in an eval expression a string is plain throughout, and a
 * regular expression in it is escaped twice, once for PCRE and once for the string ("SPL and regular expressions").
 *
 * <p>A backtick never enters a query: it starts a macro, three of them a comment, and the manual does not promise that quotes
 * protect it. Where a value holds one it is said by a regular expression, as {@code \x60}.
 */
final class SplLiteral {
    private SplLiteral() {}

    /**
     * A quoted pattern for a search term or a {@code tstats} filter.
     *
     * @throws Unsayable if {@link #fitsTerm} is false or the text holds control characters
     */
    static String term(TextPattern pattern) {
        if (!fitsTerm(pattern)) {
            throw new Unsayable("a search term cannot hold this pattern");
        }
        StringBuilder text = new StringBuilder("\"");
        for (TextPattern.Part part : pattern.parts()) {
            text.append(part instanceof TextPattern.Literal literal ? escaped(literal.text()) : "*");
        }
        return text.append('"').toString();
    }

    /** Whether a search term can say the pattern: no single-character wildcard, no literal asterisk or backtick. */
    static boolean fitsTerm(TextPattern pattern) {
        for (TextPattern.Part part : pattern.parts()) {
            if (part == TextPattern.Wildcard.ANY_CHARACTER
                    || (part instanceof TextPattern.Literal literal
                            && (literal.text().indexOf('*') >= 0
                                    || literal.text().indexOf('`') >= 0))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A quoted eval string that means exactly {@code value}.
     *
     * @throws Unsayable if it holds control characters, lone surrogates or a backtick
     */
    static String string(String value) {
        if (value.indexOf('`') >= 0) {
            throw new Unsayable("a backtick cannot be part of an eval string");
        }
        return quoted(escaped(value));
    }

    /**
     * A PCRE that matches exactly what the pattern matches, unquoted: give it to {@link #string}.
     *
     * @throws Unsayable if the text holds control characters or lone surrogates
     */
    static String regex(TextPattern pattern, boolean cased) {
        String body = pattern.parts().stream().map(SplLiteral::regexPart).collect(Collectors.joining());
        return (cased ? "(?s)" : "(?is)") + "\\A" + body + "\\z";
    }

    /** A PCRE that matches exactly the text. */
    static String regexText(String text) {
        checked(text);
        return text.codePoints().mapToObj(SplLiteral::regexCharacter).collect(Collectors.joining());
    }

    private static String regexPart(TextPattern.Part part) {
        if (part instanceof TextPattern.Literal literal) {
            return regexText(literal.text());
        }
        return part == TextPattern.Wildcard.ANY_RUN ? ".*" : ".";
    }

    private static String regexCharacter(int character) {
        if (character == '`' || character == '"') {
            return String.format("\\x%02x", character);
        }
        boolean special =
                character < 0x80 && !Character.isLetterOrDigit(character) && " _-,:;=@'%~&!</>#".indexOf(character) < 0;
        return (special ? "\\" : "") + Character.toString(character);
    }

    private static String escaped(String text) {
        return checked(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String quoted(String escaped) {
        return '"' + escaped + '"';
    }

    private static String checked(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c < ' ' || (c > '~' && isRejected(c))) {
                throw new Unsayable(String.format(
                        "the value holds U+%04X, a control character that no SPL literal carries safely", c));
            }
        }
        return text;
    }

    private static boolean isRejected(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
