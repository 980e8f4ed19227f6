package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition, divided: what search terms say, and what is left to a {@code where} over the same fields. Both must
 * hold.
 *
 * @param terms to be joined by blanks; beside what they alone say, they also narrow what {@code where} then decides
 * @param expressions eval expressions, to be joined by {@code AND}
 */
record Filters(List<String> terms, List<String> expressions) {
    /**
     * Divides a condition. Only the parts of an outermost {@code All} can be said apart.
     *
     * @throws Unsayable if a part cannot be said at all
     */
    static Filters of(Condition condition, Columns columns) {
        List<String> terms = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (Condition part : parts(condition)) {
            Optional<String> term = part.accept(new SearchTerms(columns));
            if (term.isEmpty()) {
                expressions.add(part.accept(new EvalConditions(columns)));
            }
            term.or(() -> part.accept(new RelaxedTerms(columns))).ifPresent(terms::add);
        }
        return new Filters(List.copyOf(terms), List.copyOf(expressions));
    }

    /** The {@code where} command with its line break, or nothing. */
    String whereCommand() {
        return expressions.isEmpty() ? "" : "\n| where " + String.join(" AND ", expressions);
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.All all ? all.parts() : List.of(condition);
    }
}
