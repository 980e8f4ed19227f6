package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.TextPattern;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a text expression is compared with a pattern. Each result is one operand of {@code and}, {@code or} and {@code not}. */
final class KqlPatterns {
    /**
     * Kusto indexes terms, which are maximal runs of letters and digits of at least three characters. A run between two ASCII
     * characters that are neither is a whole term of every value that holds the literal, so looking it up first loses nothing.
     * An underscore is kept out: documents disagree on whether it ends a term.
     */
    private static final Pattern TERM =
            Pattern.compile("(?<=[ -~&&[^A-Za-z0-9_]])[A-Za-z0-9]{4,}(?=[ -~&&[^A-Za-z0-9_]])");

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
        if (pattern.parts().equals(java.util.List.of(TextPattern.Wildcard.ANY_RUN))) {
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
        Optional<String> term = terms && expression.matches("\\w+") ? term(text) : Optional.empty();
        return term.map(t -> "(" + expression + " has" + suffix + KqlLiteral.of(t) + " and " + scan + ")")
                .orElse(scan);
    }

    /** The longest term that every value holding the literal has. */
    static Optional<String> term(String literal) {
        return TERM.matcher(literal).results().map(MatchResult::group).max(Comparator.comparingInt(String::length));
    }
}
