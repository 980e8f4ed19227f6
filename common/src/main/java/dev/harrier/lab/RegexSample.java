package dev.harrier.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that a regular expression probably finds itself in, each written by walking over it once and making other choices: another
 * branch, another letter, one repetition more. What it doesn't understand (look-around, boundaries) it leaves out; the caller checks
 * every text against the expression. For one use.
 */
final class RegexSample {
    /** Enough for the longest list of alternatives in the shipped catalogue. */
    private static final int CHOICES = 24;

    private final String expression;
    private final int choice;
    private final List<String> groups = new ArrayList<>();
    private int at;

    private RegexSample(String expression, int choice) {
        this.expression = expression;
        this.choice = choice;
    }

    /** In a fixed order, the plainest first; none where the expression is beyond this. */
    static List<String> of(String expression) {
        Set<String> samples = new LinkedHashSet<>();
        for (int choice = 0; choice < CHOICES; choice++) {
            one(expression, choice).ifPresent(samples::add);
        }
        return List.copyOf(samples);
    }

    private static Optional<String> one(String expression, int choice) {
        RegexSample sample = new RegexSample(expression, choice);
        try {
            return Optional.of(sample.alternatives()).filter(text -> sample.at == expression.length());
        } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String alternatives() {
        List<String> all = new ArrayList<>(List.of(sequence()));
        while (more() && peek() == '|') {
            at++;
            all.add(sequence());
        }
        return all.get(choice % all.size());
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && peek() != '|' && peek() != ')') {
            String atom = atom();
            text.append(atom.repeat(times()));
        }
        return text.toString();
    }

    private String atom() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "z";
            case '(' -> group();
            case '[' -> RegexClass.read(expression, at, choice, end -> at = end);
            case '\\' -> escaped();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (!expression.startsWith("?", at)) {
            return captured();
        }
        boolean around = expression.startsWith("?=", at)
                || expression.startsWith("?!", at)
                || expression.startsWith("?<=", at)
                || expression.startsWith("?<!", at);
        while (":>=!)".indexOf(peek()) < 0) {
            at++;
        }
        char end = expression.charAt(at++);
        if (end == ')') {
            return "";
        }
        String inner = end == '>' ? captured() : closed();
        return around ? "" : inner;
    }

    private String captured() {
        groups.add("");
        int number = groups.size();
        String inner = closed();
        groups.set(number - 1, inner);
        return inner;
    }

    private String closed() {
        String inner = alternatives();
        at++;
        return inner;
    }

    private String escaped() {
        char c = expression.charAt(at++);
        if (c == 'Q') {
            int end = expression.indexOf("\\E", at);
            String literal = expression.substring(at, end < 0 ? expression.length() : end);
            at = end < 0 ? expression.length() : end + 2;
            return literal;
        }
        if (c >= '1' && c <= '9') {
            return c - '0' <= groups.size() ? groups.get(c - '1') : "";
        }
        if (c == 'x' || c == 'u') {
            int digits = c == 'x' ? 2 : 4;
            at += digits;
            return String.valueOf((char) Integer.parseInt(expression.substring(at - digits, at), 16));
        }
        return RegexClass.escaped(c, choice);
    }

    /** As few repetitions as may be, or one more where the choice is odd. */
    private int times() {
        if (!more() || "*+?{".indexOf(peek()) < 0) {
            return 1;
        }
        int least =
                switch (peek()) {
                    case '+' -> 1;
                    case '{' -> bound();
                    default -> 0;
                };
        int end = expression.indexOf('}', at);
        boolean fixed =
                peek() == '{' && !expression.substring(at, Math.max(at, end)).contains(",");
        at = peek() == '{' ? expression.indexOf('}', at) + 1 : at + 1;
        at += more() && (peek() == '?' || peek() == '+') ? 1 : 0;
        return fixed ? least : least + choice % 2;
    }

    private int bound() {
        String bounds = expression.substring(at + 1, expression.indexOf('}', at));
        return Math.min(Integer.parseInt(bounds.split(",", -1)[0].isEmpty() ? "0" : bounds.split(",", -1)[0]), 1_000);
    }

    private boolean more() {
        return at < expression.length();
    }

    private char peek() {
        return expression.charAt(at);
    }
}
