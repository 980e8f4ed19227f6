package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a rule's {@code condition} over its named selections. {@code not} binds closer than {@code and}, that than {@code or}. */
final class ConditionExpression {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[^\\s()]+)");
    private static final Set<String> WORDS = Set.of("(", ")", "and", "or", "not", "of");
    private static final int MOST_DEPTH = 50;

    private final Map<String, Condition> selections;
    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private ConditionExpression(String text, Map<String, Condition> selections) {
        this.selections = selections;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    /** Thrown for what is no condition, with the reason. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    static Condition parse(String text, Map<String, Condition> selections) throws Malformed {
        ConditionExpression expression = new ConditionExpression(text, selections);
        Condition condition = expression.any();
        if (expression.at < expression.tokens.size()) {
            throw new Malformed("\"" + expression.tokens.get(expression.at) + "\" is not expected here");
        }
        return condition;
    }

    /** All names in a condition that no selection has, each as it would be said alone; whatever else is wrong with it. */
    static List<String> undefined(String text, Set<String> selections) {
        List<String> tokens = new ConditionExpression(text, Map.of()).tokens;
        Set<String> undefined = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean group = i > 0 && tokens.get(i - 1).equalsIgnoreCase("of");
            boolean quantity = i + 1 < tokens.size() && tokens.get(i + 1).equalsIgnoreCase("of");
            if (group && selections.stream().noneMatch(name -> named(name, token))) {
                undefined.add("no selection is named " + token);
            } else if (!group && !quantity && !isWord(token) && !selections.contains(token)) {
                undefined.add("\"" + token + "\" is no selection of this rule");
            }
        }
        return List.copyOf(undefined);
    }

    private static boolean isWord(String token) {
        return WORDS.contains(token.toLowerCase(Locale.ROOT));
    }

    private Condition any() throws Malformed {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (accept("or")) {
            parts.add(all());
        }
        return group(parts, Condition.Any::new);
    }

    private Condition all() throws Malformed {
        List<Condition> parts = new ArrayList<>(List.of(negated()));
        while (accept("and")) {
            parts.add(negated());
        }
        return group(parts, Condition.All::new);
    }

    private Condition negated() throws Malformed {
        if (++depth > MOST_DEPTH) {
            throw new Malformed("nested deeper than " + MOST_DEPTH + " levels");
        }
        Condition condition = accept("not") ? new Condition.Not(negated()) : primary();
        depth--;
        return condition;
    }

    private Condition primary() throws Malformed {
        if (accept("(")) {
            Condition inner = any();
            require(")");
            return inner;
        }
        String name = next();
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase("of")) {
            at++;
            return quantified(name, next());
        }
        return selection(name);
    }

    private Condition quantified(String quantity, String names) throws Malformed {
        List<Condition> parts = selections.entrySet().stream()
                .filter(e -> named(e.getKey(), names))
                .map(Map.Entry::getValue)
                .toList();
        if (parts.isEmpty()) {
            throw new Malformed("no selection is named " + names);
        }
        return switch (quantity.toLowerCase(Locale.ROOT)) {
            case "1", "any" -> group(parts, Condition.Any::new);
            case "all" -> group(parts, Condition.All::new);
            default -> throw new Malformed("\"" + quantity + " of\" is neither \"1 of\" nor \"all of\"");
        };
    }

    private static boolean named(String name, String names) {
        if (names.equalsIgnoreCase("them")) {
            return !name.startsWith("_");
        }
        int star = names.indexOf('*');
        if (star < 0) {
            return name.equals(names);
        }
        return star == names.length() - 1
                ? name.startsWith(names.substring(0, star))
                : fits(name, List.of(names.split("\\*", -1)));
    }

    /** Whether the runs between asterisks are in a name, in their order, the first and the last at its ends. */
    private static boolean fits(String name, List<String> runs) {
        String last = runs.get(runs.size() - 1);
        int from = runs.get(0).length();
        int end = name.length() - last.length();
        for (String run : runs.subList(1, runs.size() - 1)) {
            int found = name.indexOf(run, from);
            if (found < 0) {
                return false;
            }
            from = found + run.length();
        }
        return name.startsWith(runs.get(0)) && from <= end && name.endsWith(last);
    }

    private Condition selection(String name) throws Malformed {
        Condition condition = selections.get(name);
        if (condition == null) {
            throw new Malformed("\"" + name + "\" is no selection of this rule");
        }
        return condition;
    }

    private static Condition group(List<Condition> parts, Function<List<Condition>, Condition> make) {
        return parts.size() == 1 ? parts.get(0) : make.apply(parts);
    }

    private boolean accept(String word) {
        boolean accepted = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        at += accepted ? 1 : 0;
        return accepted;
    }

    private void require(String word) throws Malformed {
        if (!accept(word)) {
            throw new Malformed("a \"" + word + "\" is missing");
        }
    }

    private String next() throws Malformed {
        if (at == tokens.size()) {
            throw new Malformed("it ends too early");
        }
        return tokens.get(at++);
    }
}
