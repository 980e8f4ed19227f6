package dev.harrier.hunt.sigma;

import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Literal;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sigma's string syntax: {@code *} and {@code ?} are wildcards; a backslash before one of them or before another backslash makes
 * that character literal; any other backslash is literal itself (Sigma specification 2.1, "Escaping").
 */
final class SigmaText {
    private SigmaText() {}

    static TextPattern parse(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('*') < 0 && text.indexOf('?') < 0
                ? TextPattern.exactly(text)
                : unescaped(text);
    }

    private static TextPattern unescaped(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && isSpecial(text.charAt(i + 1))) {
                literal.append(text.charAt(++i));
            } else if (c == '*' || c == '?') {
                parts.add(new Literal(literal.toString()));
                literal.setLength(0);
                parts.add(c == '*' ? Wildcard.ANY_RUN : Wildcard.ANY_CHARACTER);
            } else {
                literal.append(c);
            }
        }
        parts.add(new Literal(literal.toString()));
        return new TextPattern(parts);
    }

    /** The shortest spelling that {@link #parse} reads back to the same pattern. */
    static String write(TextPattern pattern) {
        List<String> units = pattern.parts().stream().flatMap(SigmaText::units).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            boolean misread = units.get(i).equals("\\")
                    && i + 1 < units.size()
                    && isSpecial(units.get(i + 1).charAt(0));
            text.append(misread ? "\\\\" : units.get(i));
        }
        return text.toString();
    }

    /** The same of a text without wildcards. */
    static String write(String literal) {
        return write(TextPattern.exactly(literal));
    }

    private static Stream<String> units(Part part) {
        if (part instanceof Literal literal) {
            return literal.text()
                    .chars()
                    .mapToObj(c -> c == '*' || c == '?' ? "\\" + (char) c : String.valueOf((char) c));
        }
        return Stream.of(part == Wildcard.ANY_RUN ? "*" : "?");
    }

    private static boolean isSpecial(char c) {
        return c == '\\' || c == '*' || c == '?';
    }
}
