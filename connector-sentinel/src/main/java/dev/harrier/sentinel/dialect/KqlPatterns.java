package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Optional;

/** How a text expression is compared with a pattern. Each result is one operand of {@code and}, {@code or} and {@code not}. */
final class KqlPatterns {
    /**
     * Kusto indexes terms, which are maximal runs of letters and digits of at least three characters. A run between two ASCII
     * characters that are neither is a whole term of every value that holds the literal, so looking it up first loses nothing.
     * An underscore is kept out: documents disagree on whether it ends a term.
     */
    private static final int SHORTEST = 4;

    private static final List<TextPattern.Part> EVERYTHING = List.of(TextPattern.Wildcard.ANY_RUN);

    private final boolean terms;

    /** With {@code terms}, the index is asked before a scan. */
    KqlPatterns(boolean terms) {
        this.terms = terms;
    }

    String like(String expression, TextPattern pattern, boolean cased) {
        Optional<String> exact = pattern.exact();
        if (exact.isPresent()) {
            return equal(expression, exact.get(), cased);
        }
        if (pattern.parts().equals(EVERYTHING)) {
            return "true";
        }
        String suffix = cased ? "_cs " : " ";
        return pattern.contained()
                .map(t -> contained(expression, t, suffix))
                .or(() -> pattern.prefix().map(t -> expression + " startswith" + suffix + KqlLiteral.of(t)))
                .or(() -> pattern.suffix().map(t -> expression + " endswith" + suffix + KqlLiteral.of(t)))
                .orElseGet(() -> expression + " matches regex " + KqlLiteral.of(Re2.of(pattern, cased)));
    }

    static String equal(String expression, String text, boolean cased) {
        return expression + (cased || text.isEmpty() ? " == " : " =~ ") + KqlLiteral.of(text);
    }

    private String contained(String expression, String text, String suffix) {
        String scan = expression + " contains" + suffix + KqlLiteral.of(text);
        Optional<String> term = terms && isName(expression) ? term(text) : Optional.empty();
        return term.map(t -> "(" + expression + " has" + suffix + KqlLiteral.of(t) + " and " + scan + ")")
                .orElse(scan);
    }

    private static boolean isName(String expression) {
        return expression.chars().allMatch(c -> isWord(c) || c == '_');
    }

    /** The longest term that every value holding the literal has. */
    static Optional<String> term(String literal) {
        String longest = "";
        for (int from = 0, to = 0; from < literal.length(); from = to + 1) {
            to = endOfWord(literal, from);
            boolean longer = to - from >= Math.max(SHORTEST, longest.length() + 1);
            if (longer && endsTerm(literal, from - 1) && endsTerm(literal, to)) {
                longest = literal.substring(from, to);
            }
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    private static int endOfWord(String text, int from) {
        int to = from;
        while (to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean endsTerm(String text, int at) {
        return at >= 0
                && at < text.length()
                && text.charAt(at) >= ' '
                && text.charAt(at) <= '~'
                && text.charAt(at) != '_';
    }

    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
