package dev.harrier.deploy;

import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises hunts in what a site runs already. A rule covers a hunt that it is by id or title; an indicator or exposure hunt whose
 * values its text holds; and any other detection whose values its text holds, if it also names the columns of the hunt's fields and is
 * annotated with one of the hunt's techniques. Of several rules the one that holds most counts. Pure; its time grows with the length
 * of all texts, and with hunts times rules.
 */
public final class Coverings {
    private final List<ExistingRule> rules;
    private final RuleWords words;
    private final HuntWords hunts;

    private Coverings(List<ExistingRule> rules, List<TableMapping> tables) {
        this.rules = List.copyOf(rules);
        this.words = new RuleWords(rules);
        this.hunts = new HuntWords(tables);
    }

    /**
     * Compares.
     *
     * @param rules that run, none of them ours
     * @param tables how events appear at this target
     * @return at most one per hunt, in the hunts' order
     */
    public static Map<HuntId, Covering> between(List<Hunt> hunts, List<ExistingRule> rules, List<TableMapping> tables) {
        if (rules.isEmpty()) {
            return Map.of();
        }
        Coverings coverings = new Coverings(rules, tables);
        Map<HuntId, Covering> found = new LinkedHashMap<>();
        hunts.forEach(hunt -> coverings.of(hunt).ifPresent(covering -> found.put(hunt.id(), covering)));
        return found;
    }

    private Optional<Covering> of(Hunt hunt) {
        return same(hunt)
                .or(() -> hunt.logic() instanceof Logic.Detection detection
                        ? byValues(hunt, detection)
                        : Optional.empty());
    }

    private Optional<Covering> same(Hunt hunt) {
        int byId = words.holding(hunt.id().toString()).nextSetBit(0);
        if (byId >= 0) {
            return Optional.of(wholly(hunt, byId, "it bears the same rule's id"));
        }
        return words.titled(hunt.title()).map(rule -> wholly(hunt, rule, "it bears the same title"));
    }

    private Covering wholly(Hunt hunt, int rule, String why) {
        return new Covering(hunt.id(), rules.get(rule).name(), Covering.Extent.WHOLLY, why);
    }

    private Optional<Covering> byValues(Hunt hunt, Logic.Detection detection) {
        List<BitSet> values = new ArrayList<>();
        hunts.values(detection).forEach(value -> values.add(words.holding(value)));
        BitSet candidates = new BitSet();
        values.forEach(candidates::or);
        boolean named = hunt.kind() == Hunt.Kind.INDICATOR || hunt.kind() == Hunt.Kind.EXPOSURE;
        if (!named) {
            candidates.and(words.annotated(hunt.techniques()));
            hunts.columns(detection).forEach(columns -> candidates.and(words.holdingAny(columns)));
        }
        return best(candidates, values).flatMap(rule -> judged(hunt, rule, held(rule, values), values.size(), named));
    }

    /** The first of the rules that hold most. */
    private static Optional<Integer> best(BitSet candidates, List<BitSet> values) {
        int best = -1;
        for (int rule = candidates.nextSetBit(0); rule >= 0; rule = candidates.nextSetBit(rule + 1)) {
            if (best < 0 || held(rule, values) > held(best, values)) {
                best = rule;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private static int held(int rule, List<BitSet> values) {
        return (int) values.stream().filter(rules -> rules.get(rule)).count();
    }

    private Optional<Covering> judged(Hunt hunt, int rule, int held, int all, boolean named) {
        if (2 * held < all) {
            return Optional.empty();
        }
        String why = "its text holds " + (held == all ? "all " + all : held + " of " + all) + " values"
                + (named ? "" : ", in the same fields, for a technique of this hunt");
        Covering.Extent extent = held == all ? Covering.Extent.WHOLLY : Covering.Extent.PARTLY;
        return Optional.of(new Covering(hunt.id(), rules.get(rule).name(), extent, why));
    }
}
