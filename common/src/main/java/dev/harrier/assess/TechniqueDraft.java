package dev.harrier.assess;

import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;
import java.util.Comparator;
import java.util.List;

/** One ground for a technique. */
record TechniqueDraft(Technique technique, double score, String why, Quote quote) {
    private static final double SUREST = 0.99;
    private static final int MOST_QUOTES = 5;

    /** One finding from all grounds for the same technique: as sure as independent grounds make it, named after the best. */
    static TechniqueFinding finding(List<TechniqueDraft> drafts) {
        TechniqueDraft best = drafts.stream()
                .max(Comparator.comparingDouble(TechniqueDraft::score))
                .orElseThrow();
        List<Quote> quotes = drafts.stream()
                .map(TechniqueDraft::quote)
                .distinct()
                .sorted()
                .limit(MOST_QUOTES)
                .toList();
        double doubt = drafts.stream()
                .filter(draft -> quotes.contains(draft.quote()))
                .mapToDouble(draft -> 1 - draft.score())
                .reduce(1, (a, b) -> a * b);
        return new TechniqueFinding(
                best.technique(), Math.max(best.score(), Math.min(SUREST, 1 - doubt)), best.why(), quotes);
    }
}
