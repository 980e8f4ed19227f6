package dev.harrier.assess;

import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that speaks for one technique or its sub-techniques in an article, and what follows from it.
 *
 * @param parent the technique
 * @param drafts at least one
 */
record TechniqueGrounds(Technique parent, List<TechniqueDraft> drafts) {
    private static final int MOST_QUOTES = 5;
    /** Margin from which a sentence tells a technique beside its sub-techniques that rules have found. */
    private static final double QUOTED = -0.5;

    private static final Comparator<TechniqueDraft> BEST_FIRST = Comparator.comparing(TechniqueDraft::ground)
            .thenComparing(Comparator.comparingDouble(TechniqueDraft::margin).reversed())
            .thenComparing(TechniqueDraft::quote);

    TechniqueGrounds {
        drafts = drafts.stream().sorted(BEST_FIRST).toList();
    }

    /** Whether there is a ground of a kind. */
    boolean has(Ground ground) {
        return drafts.stream().anyMatch(draft -> draft.ground() == ground);
    }

    /** Of the sentence that is most like the technique's own; empty when none is. */
    OptionalDouble bestMargin() {
        return drafts.stream()
                .filter(draft -> draft.ground() == Ground.LIKE)
                .mapToDouble(TechniqueDraft::margin)
                .max();
    }

    /**
     * The findings when the technique is as likely as that: of each id that a rule named, and of the technique itself. What is shown for
     * one is its best ground, and others only if they would do alone: beside a rule's words, a sentence that is hardly like the
     * known examples shows nothing. None where all that speaks for it are values without a word.
     */
    List<TechniqueFinding> findings(double probability) {
        Map<String, List<TechniqueDraft>> byId = drafts.stream()
                .filter(quotable())
                .collect(Collectors.groupingBy(draft -> draft.technique().id(), TreeMap::new, Collectors.toList()));
        return byId.values().stream().map(own -> finding(own, probability)).toList();
    }

    private Predicate<TechniqueDraft> quotable() {
        boolean ruled = drafts.get(0).ground().isRule();
        return draft -> draft.ground().isRule() || (draft.hasWords() && (!ruled || draft.margin() >= QUOTED));
    }

    private static TechniqueFinding finding(List<TechniqueDraft> drafts, double probability) {
        TechniqueDraft best = drafts.get(0);
        Stream<Quote> quotes = drafts.stream()
                .filter(draft -> draft.equals(best) || draft.speaksForItself())
                .map(TechniqueDraft::quote)
                .distinct();
        double score = Math.max(probability, TechniqueCalibration.least(best.ground()));
        return new TechniqueFinding(
                best.technique(),
                score,
                best.why(),
                quotes.limit(MOST_QUOTES).sorted().toList());
    }
}
