package dev.harrier.assess;

import java.util.Comparator;
import java.util.Optional;

/** Reads from a sentence's words whether what it speaks of happened. Thread-safe. */
final class StanceReader {
    private final PhraseBook words = new PhraseBook(Table.rows("stances.tsv"), 0, 1);
    private final PhraseBook headings = new PhraseBook(Table.rows("sections.tsv"), 0, 1);

    static StanceReader shipped() {
        return Shipped.READER;
    }

    /** A sentence's stance: where several cues stand, the one listed first in {@link Stance}. */
    Stance of(String sentence) {
        return strongest(words, sentence).orElse(Stance.ASSERTED);
    }

    /** The stance that a heading gives to what stands below it. */
    Optional<Stance> ofSection(String heading) {
        return strongest(headings, heading);
    }

    private static Optional<Stance> strongest(PhraseBook book, String text) {
        return book.in(text).stream().map(hit -> Stance.valueOf(hit.label())).min(Comparator.naturalOrder());
    }

    private static final class Shipped {
        static final StanceReader READER = new StanceReader();
    }
}
