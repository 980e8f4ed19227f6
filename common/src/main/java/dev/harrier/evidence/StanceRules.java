package dev.harrier.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns over a sentence's or a heading's words, each with the stance that it gives. Immutable. */
final class StanceRules {
    private record Rule(BehaviourStance stance, boolean yields, Pattern pattern) {}

    /** What a rule says, and the words that made it say so. */
    record Said(BehaviourStance stance, boolean yields, String words) {}

    private final List<Rule> rules;

    private StanceRules(List<Rule> rules) {
        this.rules = rules;
    }

    static StanceRules shipped(String file) {
        return new StanceRules(
                FactFile.lines(file).stream().map(StanceRules::rule).toList());
    }

    private static Rule rule(String line) {
        int tab = line.indexOf('\t');
        boolean yields = line.charAt(tab - 1) == '?';
        String stance = line.substring(0, yields ? tab - 1 : tab);
        return new Rule(BehaviourStance.valueOf(stance), yields, Pattern.compile(line.substring(tab + 1)));
    }

    /** The first rule that fits. */
    Optional<Said> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(lower);
            if (matcher.find()) {
                return Optional.of(
                        new Said(rule.stance(), rule.yields(), matcher.group().strip()));
            }
        }
        return Optional.empty();
    }
}
