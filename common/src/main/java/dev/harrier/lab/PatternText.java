package dev.harrier.lab;

import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Patterns as Java's regular expressions, and texts that fit or almost fit them. */
final class PatternText {
    /** What stands for {@code *}: blanks on both sides, so that no neighbour grows into another word. */
    private static final String RUN = " zq ";

    private static final Map<FieldTest.Regex.Flag, Integer> FLAGS = new EnumMap<>(Map.of(
            FieldTest.Regex.Flag.IGNORE_CASE, Pattern.CASE_INSENSITIVE,
            FieldTest.Regex.Flag.MULTILINE, Pattern.MULTILINE,
            FieldTest.Regex.Flag.DOT_ALL, Pattern.DOTALL));

    private PatternText() {}

    static String regex(TextPattern pattern) {
        StringBuilder regex = new StringBuilder();
        for (TextPattern.Part part : pattern.parts()) {
            regex.append(regex(part));
        }
        return regex.toString();
    }

    private static String regex(TextPattern.Part part) {
        if (part instanceof TextPattern.Literal literal) {
            return Pattern.quote(literal.text());
        }
        return part == TextPattern.Wildcard.ANY_RUN ? ".*" : ".";
    }

    /** Whether an expression is found. In Java alone a multi-line {@code ^} finds no line in the empty text. */
    static boolean finds(FieldTest.Regex regex, String text) {
        int flags = regex.flags().stream().mapToInt(FLAGS::get).sum();
        int fitting = text.isEmpty() ? flags & ~Pattern.MULTILINE : flags;
        return Pattern.compile(regex.expression(), fitting).matcher(text).find();
    }

    /** Texts that fit: with words for each {@code *}, with nothing, and with letters that run into the neighbours. */
    static List<String> fitting(TextPattern pattern) {
        return List.of(filled(pattern, RUN, "z"), filled(pattern, "", "z"), filled(pattern, RUN.strip(), "z"));
    }

    private static String filled(TextPattern pattern, String run, String character) {
        StringBuilder text = new StringBuilder();
        for (TextPattern.Part part : pattern.parts()) {
            if (part instanceof TextPattern.Literal literal) {
                text.append(literal.text());
            } else {
                text.append(part == TextPattern.Wildcard.ANY_RUN ? run : character);
            }
        }
        return text.toString();
    }
}
