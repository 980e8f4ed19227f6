package dev.harrier.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One character of a class such as {@code [-/a-f]} or {@code \\d}. */
final class RegexClass {
    private static final String OUTSIDE = "z7 -_#\u00e9";

    private RegexClass() {}

    /**
     * Reads a class.
     *
     * @param at behind its opening bracket
     * @param choice which of its characters
     * @param behind is told the place behind its closing bracket
     */
    static String read(String expression, int at, int choice, IntConsumer behind) {
        int start = at;
        int end = at;
        end += expression.charAt(end) == '^' ? 1 : 0;
        end += expression.charAt(end) == ']' ? 1 : 0;
        while (expression.charAt(end) != ']') {
            end += expression.charAt(end) == '\\' ? 2 : posix(expression, end);
        }
        behind.accept(end + 1);
        String set = expression.substring(start, end);
        return set.startsWith("^") ? outside(set) : inside(set, choice);
    }

    /** {@code [:alpha:]} inside a class has a bracket of its own. */
    private static int posix(String expression, int at) {
        return expression.startsWith("[:", at) ? expression.indexOf(":]", at) + 2 - at : 1;
    }

    private static String inside(String set, int choice) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < set.length(); i++) {
            if (set.charAt(i) == '\\' && i + 1 < set.length()) {
                members.add(escaped(set.charAt(++i), choice));
            } else if (i > 0 && set.charAt(i) == '-' && i + 1 < set.length()) {
                members.add(String.valueOf(set.charAt(i + 1)));
            } else {
                members.add(String.valueOf(set.charAt(i)));
            }
        }
        return members.isEmpty() ? "" : members.get(choice % members.size());
    }

    private static String outside(String set) {
        return OUTSIDE.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter(c -> c.matches("[" + set + "]"))
                .findFirst()
                .orElse("\u00e9");
    }

    /** One character of those that an escape stands for; nothing for boundaries. */
    static String escaped(char c, int choice) {
        return switch (c) {
            case 'd' -> "7";
            case 'w' -> choice % 2 == 0 ? "z" : "7";
            case 's' -> " ";
            case 'S', 'D' -> "z";
            case 'W' -> "-";
            case 'b', 'B', 'A', 'Z', 'z', 'E' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            default -> String.valueOf(c);
        };
    }
}
