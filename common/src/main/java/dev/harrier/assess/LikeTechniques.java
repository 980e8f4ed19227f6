package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.attack.classify.Likeness;
import dev.harrier.attack.classify.TechniqueClassifier;
import dev.harrier.evidence.Quote;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Techniques whose known examples read like a sentence. */
final class LikeTechniques {
    /** Margins below say nothing: nine tenths of all that is no example lie there. */
    private static final double LEAST = -0.8;

    private static final int SHORTEST = 13;
    private static final int LONGEST_QUOTE = 240;
    private final AttackCatalogue catalogue;

    LikeTechniques(AttackCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<TechniqueDraft> find(Article article, List<Sentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.stance().counts() && !sentence.code())
                .filter(sentence -> sentence.text().length() >= SHORTEST)
                .flatMap(sentence -> drafts(article, sentence))
                .toList();
    }

    private Stream<TechniqueDraft> drafts(Article article, Sentence sentence) {
        return TechniqueClassifier.shipped().classify(sentence.text(), LEAST).stream()
                .flatMap(likeness -> catalogue
                        .current(likeness.id())
                        .map(technique -> draft(technique, likeness, quote(article, sentence)))
                        .stream());
    }

    private static TechniqueDraft draft(Technique technique, Likeness likeness, Quote quote) {
        String why = String.format(
                Locale.ROOT, "reads like known examples of %s (margin %.2f)", technique.name(), likeness.margin());
        return new TechniqueDraft(technique, Ground.LIKE, likeness.margin(), why, quote);
    }

    /** The sentence, cut at a word's end where it is too long to be read. */
    private static Quote quote(Article article, Sentence sentence) {
        int end = sentence.text().length();
        if (end > LONGEST_QUOTE) {
            int blank = sentence.text().lastIndexOf(' ', LONGEST_QUOTE);
            end = blank > 0 ? blank : LONGEST_QUOTE;
        }
        return Quote.of(article, sentence.start(), sentence.start() + end);
    }
}
