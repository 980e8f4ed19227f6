package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a column ends with a dot and one of many names, asked of a list of the names: the last labels of the column's value, as many
 * as a name has, stand in the list. For no value but such a one they do: more labels than the value has are the empty text, which is
 * no name.
 */
final class KqlBelow {
    private KqlBelow() {}

    /** The name, if a test asks for all that lies below one. */
    static Optional<String> name(Condition part) {
        return part instanceof Condition.Match match && match.test() instanceof FieldTest.Like like && !like.cased()
                ? like.pattern().suffix().filter(KqlBelow::isBelow).map(text -> text.substring(1))
                : Optional.empty();
    }

    private static boolean isBelow(String suffix) {
        return suffix.length() > 1 && suffix.charAt(0) == '.';
    }

    /** One test per number of labels, to be joined by {@code or}. */
    static List<String> tests(String column, List<String> names, KqlLists lists) {
        String list = lists.of(names);
        return names.stream()
                .map(KqlBelow::labels)
                .distinct()
                .sorted()
                .map(labels -> lastLabels(column, labels) + " in~ " + list)
                .collect(Collectors.toList());
    }

    private static int labels(String name) {
        return 1 + (int) name.chars().filter(c -> c == '.').count();
    }

    private static String lastLabels(String column, int labels) {
        String before = labels == 1 ? "" : "(?:[^.]*\\.){" + (labels - 1) + "}";
        return "extract(" + KqlLiteral.of("\\.(" + before + "[^.]*)$") + ", 1, " + column + ")";
    }
}
