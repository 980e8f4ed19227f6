package dev.harrier.splunk.dialect;

import dev.harrier.hunt.TextPattern;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * CIM's word for absence. A pattern that the word itself fits must not find absent values; a hunt for the word alone cannot be told
 * from one for absence.
 */
final class Unknown {
    private static final String WORD = "unknown";

    private Unknown() {}

    /**
     * Whether absent values would look as if they fitted.
     *
     * @throws Unsayable if the pattern is the word itself
     */
    static boolean fits(Columns columns, TextPattern pattern) {
        if (!columns.cim()) {
            return false;
        }
        if (pattern.exact().filter(WORD::equalsIgnoreCase).isPresent()) {
            throw new Unsayable(
                    "CIM writes `unknown` where a value is absent, so the value `unknown` cannot be looked for");
        }
        for (TextPattern.Part part : pattern.parts()) {
            if (!mayFit(part)) {
                return false;
            }
        }
        return Pattern.compile(SplLiteral.regex(pattern, false)).matcher(WORD).find();
    }

    private static boolean mayFit(TextPattern.Part part) {
        return !(part instanceof TextPattern.Literal literal)
                || (literal.text().length() <= WORD.length()
                        && WORD.contains(literal.text().toLowerCase(Locale.ROOT)));
    }
}
