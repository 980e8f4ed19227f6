package dev.harrier.assess;

import dev.harrier.evidence.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader of breach news should check, in place of hunts that have nothing to look for. */
final class BreachChecks {
    private final PhraseBook words = new PhraseBook(Table.rows("checks.tsv"), 0, 1);

    /** The checks that the article's own words call for, each with the first of them, as remarks without points. */
    List<Reason> of(Reading reading) {
        Map<String, Quote> checks = new LinkedHashMap<>();
        for (Sentence sentence : reading.sentences()) {
            for (PhraseBook.Hit hit : words.in(sentence.text())) {
                checks.putIfAbsent(hit.label(), sentence.context(reading.article(), hit));
            }
        }
        return checks.entrySet().stream()
                .map(check -> new Reason(0, "check: " + check.getKey(), Optional.of(check.getValue())))
                .toList();
    }
}
