package dev.harrier.lab;

import java.util.Optional;

/** One text that a regular expression of the common subset finds itself in; the caller checks it. For one use. */
final class RegexSample {
    private final String expression;
    private int at;

    private RegexSample(String expression) {
        this.expression = expression;
    }

    /** A sample; empty where the expression is beyond this (look-around, back references, named classes). */
    static Optional<String> of(String expression) {
        RegexSample sample = new RegexSample(expression.replaceFirst("^\\(\\?[a-z]+\\)", ""));
        try {
            return Optional.of(sample.alternatives()).filter(text -> sample.at == sample.expression.length());
        } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first alternative; the others are read and dropped. */
    private String alternatives() {
        String first = sequence();
        while (more() && peek() == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && peek() != '|' && peek() != ')') {
            String atom = atom();
            text.append(atom.repeat(least()));
        }
        return text.toString();
    }

    private String atom() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "z";
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escaped(expression.charAt(at++));
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (expression.startsWith("?:", at)) {
            at += 2;
        }
        String inner = alternatives();
        at++;
        return inner;
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'd' -> "7";
            case 'w' -> "z";
            case 's' -> " ";
            case 'S', 'D' -> "z";
            case 'W' -> "-";
            case 'b', 'B', 'A', 'Z', 'z' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            default -> String.valueOf(c);
        };
    }

    private String oneOf() {
        int start = at;
        boolean negated = peek() == '^';
        at += negated ? 1 : 0;
        at += peek() == ']' ? 1 : 0;
        while (peek() != ']') {
            at += peek() == '\\' ? 2 : 1;
        }
        String set = expression.substring(start, at++);
        return negated ? outside(set) : first(set);
    }

    private static String first(String set) {
        return set.charAt(0) == '\\' ? escaped(set.charAt(1)) : set.substring(0, 1);
    }

    private static String outside(String set) {
        return "z7 -_#"
                .chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter(c -> c.matches("[" + set + "]"))
                .findFirst()
                .orElse("\u00e9");
    }

    private int least() {
        if (!more()) {
            return 1;
        }
        int least =
                switch (peek()) {
                    case '*', '?' -> 0;
                    case '{' -> bound();
                    default -> 1;
                };
        if ("*?+{".indexOf(peek()) >= 0) {
            at = peek() == '{' ? expression.indexOf('}', at) + 1 : at + 1;
            at += more() && (peek() == '?' || peek() == '+') ? 1 : 0;
        }
        return least;
    }

    private int bound() {
        String bounds = expression.substring(at + 1, expression.indexOf('}', at));
        return Integer.parseInt(bounds.split(",", -1)[0]);
    }

    private boolean more() {
        return at < expression.length();
    }

    private char peek() {
        return expression.charAt(at);
    }
}
