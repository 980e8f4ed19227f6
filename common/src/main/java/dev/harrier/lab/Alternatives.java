package dev.harrier.lab;

import dev.harrier.hunt.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways to make a condition true (or false), each a list of clauses that must hold together. Every clause of the condition is in
 * at least one; groups side by side are paired off, not multiplied, so that their number stays that of the largest group.
 */
final class Alternatives implements Condition.Visitor<List<List<ClauseTest>>> {
    private static final int MOST = 1_000;

    private final boolean wanted;
    private final int shift;

    private Alternatives(boolean wanted, int shift) {
        this.wanted = wanted;
        this.shift = shift;
    }

    /**
     * Ways to make it true.
     *
     * @param shift pairs the groups off differently, for conditions whose first pairing contradicts itself
     */
    static List<List<ClauseTest>> of(Condition condition, int shift) {
        return condition.accept(new Alternatives(true, shift));
    }

    @Override
    public List<List<ClauseTest>> all(Condition.All all) {
        return wanted ? together(all.parts()) : either(all.parts());
    }

    @Override
    public List<List<ClauseTest>> any(Condition.Any any) {
        return wanted ? either(any.parts()) : together(any.parts());
    }

    @Override
    public List<List<ClauseTest>> not(Condition.Not not) {
        return not.part().accept(new Alternatives(!wanted, shift));
    }

    @Override
    public List<List<ClauseTest>> match(Condition.Match match) {
        return List.of(List.of(new ClauseTest(match.field(), match.test(), wanted)));
    }

    private List<List<ClauseTest>> either(List<Condition> parts) {
        return parts.stream()
                .flatMap(part -> part.accept(this).stream())
                .limit(MOST)
                .toList();
    }

    private List<List<ClauseTest>> together(List<Condition> parts) {
        List<List<List<ClauseTest>>> groups =
                parts.stream().map(part -> part.accept(this)).toList();
        int most = groups.stream().mapToInt(List::size).max().orElse(0);
        List<List<ClauseTest>> result = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            result.add(pairing(groups, i));
        }
        return result;
    }

    private List<ClauseTest> pairing(List<List<List<ClauseTest>>> groups, int index) {
        List<ClauseTest> clauses = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            clauses.addAll(groups.get(g).get((index + g * shift) % groups.get(g).size()));
        }
        return clauses;
    }
}
