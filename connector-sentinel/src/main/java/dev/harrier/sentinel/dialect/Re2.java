package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.FieldTest.Regex.Flag;
import dev.harrier.hunt.TextPattern;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions for {@code matches regex}, which is RE2 (learn.microsoft.com/kusto/query/regex): no look-around, no
 * backreferences, no possessive or atomic groups, at most 1,000 repetitions.
 */
final class Re2 {
    private static final Pattern TOKEN = Pattern.compile(
            "\\\\Q.*?(?:\\\\E|$)|\\\\(?<escape>.)|(?<group>\\(\\?(?!:|i\\)|s\\)|m\\)|[ims]+:|[ims]+\\)|-[ims]+\\)|P<))|(?<possessive>[*+?}]\\+)"
                    + "|\\{(?<from>[0-9]+)(?:,(?<to>[0-9]*))?\\}|.",
            Pattern.DOTALL);
    private static final String ESCAPES = "dDwWsSbBAznrtfvaxpPQE";
    private static final String SPECIAL = "\\^$.|?*+()[]{}";
    private static final int MOST = 1000;

    private Re2() {}

    /**
     * The expression with its flags, if RE2 means by it what PCRE does.
     *
     * @throws UnsupportedInKqlException if not
     */
    static String of(String expression, Set<Flag> flags) {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new UnsupportedInKqlException("not a regular expression: " + e.getDescription());
        }
        Matcher tokens = TOKEN.matcher(expression);
        while (tokens.find()) {
            check(tokens);
        }
        String letters = (flags.contains(Flag.IGNORE_CASE) ? "i" : "")
                + (flags.contains(Flag.MULTILINE) ? "m" : "")
                + (flags.contains(Flag.DOT_ALL) ? "s" : "");
        return letters.isEmpty() ? expression : "(?" + letters + ")" + expression;
    }

    private static void check(Matcher token) {
        if (token.group("group") != null) {
            throw unsupported("look-around, atomic and other special groups");
        }
        if (token.group("possessive") != null) {
            throw unsupported("possessive quantifiers");
        }
        String escape = token.group("escape");
        if (escape != null && Character.isLetterOrDigit(escape.charAt(0)) && ESCAPES.indexOf(escape.charAt(0)) < 0) {
            throw unsupported("\\" + escape);
        }
        if (tooMany(token.group("from")) || tooMany(token.group("to"))) {
            throw unsupported("more than 1000 repetitions");
        }
    }

    private static boolean tooMany(String count) {
        return count != null && !count.isEmpty() && (count.length() > 4 || Integer.parseInt(count) > MOST);
    }

    private static UnsupportedInKqlException unsupported(String what) {
        return new UnsupportedInKqlException("matches regex is RE2, which has no " + what);
    }

    /** An expression that the whole value fits exactly when it fits the pattern. */
    static String of(TextPattern pattern, boolean cased) {
        StringBuilder text = new StringBuilder(cased ? "(?s)^" : "(?is)^");
        for (TextPattern.Part part : pattern.parts()) {
            if (part instanceof TextPattern.Literal literal) {
                text.append(quoted(literal.text()));
            } else {
                text.append(part == TextPattern.Wildcard.ANY_RUN ? ".*" : ".");
            }
        }
        return text.append('$').toString();
    }

    /** A literal inside an expression. */
    static String quoted(String literal) {
        StringBuilder text = new StringBuilder();
        literal.chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append((char) c);
        });
        return text.toString();
    }
}
