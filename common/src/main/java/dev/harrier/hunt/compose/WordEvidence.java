package dev.harrier.hunt.compose;

import dev.harrier.assess.Assessment;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words of an article that call for a hunt. One word is stray unless it stands where the technique is told; away from there two
 * different ones are asked for. A word on a line that the article sets aside, or that only names a technique beside its id, is none.
 */
final class WordEvidence {
    private static final int PASSAGE = 300;
    private static final int MOST_PLACES = 30;
    private static final Pattern TECHNIQUE_ID = Pattern.compile("\\bt[01][0-9]{3}(\\.[0-9]{3})?\\b");

    private final ArticleWords words;
    private final Evidence evidence;
    private final List<String> names;

    WordEvidence(ArticleWords words, Evidence evidence, Assessment assessment) {
        this.words = words;
        this.evidence = evidence;
        this.names = assessment.techniques().stream()
                .map(t -> t.technique().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The words that, with the technique, select an entry. */
    Optional<Quote> of(List<String> phrases, TechniqueFinding technique) {
        List<Quote> found = new ArrayList<>();
        for (String phrase : phrases) {
            List<Quote> places = words.places(phrase, MOST_PLACES).stream()
                    .filter(q -> !isSetAside(q) && !onlyNames(phrase, q))
                    .toList();
            Optional<Quote> near =
                    places.stream().filter(q -> inPassageOf(technique, q)).findFirst();
            if (near.isPresent()) {
                return near;
            }
            places.stream().findFirst().ifPresent(found::add);
        }
        return twoDifferent(found);
    }

    /** Whether a quote stands where one of the technique's does: on its line, and not far away. */
    boolean inPassageOf(TechniqueFinding technique, Quote quote) {
        return technique.quotes().stream().anyMatch(q -> words.together(q, quote, PASSAGE));
    }

    private static Optional<Quote> twoDifferent(List<Quote> found) {
        return found.stream()
                .filter(one -> found.stream().anyMatch(other -> different(one.text(), other.text())))
                .min(Quote::compareTo);
    }

    /** Singular and plural, a part and its whole are the same: one begins as the other does, or holds it. */
    private static boolean different(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return !first.contains(second) && !second.contains(first);
    }

    private boolean isSetAside(Quote quote) {
        return evidence.setAside().stream()
                .anyMatch(a -> words.together(a.behaviour().quote(), quote, PASSAGE));
    }

    private boolean onlyNames(String phrase, Quote quote) {
        return names.stream().anyMatch(n -> n.contains(phrase))
                && TECHNIQUE_ID.matcher(words.line(quote, PASSAGE)).find();
    }
}
