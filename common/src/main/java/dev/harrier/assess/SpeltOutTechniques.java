package dev.harrier.assess;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.TechniqueMention;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Techniques whose ids stand in the text. */
final class SpeltOutTechniques {
    private final AttackCatalogue catalogue;

    SpeltOutTechniques(AttackCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<TechniqueDraft> find(Evidence evidence, List<Sentence> sentences) {
        return evidence.techniques().stream()
                .filter(mention -> isMeant(mention, sentences))
                .flatMap(this::draft)
                .toList();
    }

    /** A row of a table is meant whatever ATT&amp;CK's own wording in it ("adversaries may…"). */
    private static boolean isMeant(TechniqueMention mention, List<Sentence> sentences) {
        return Sentences.at(sentences, mention.quote().start())
                .filter(sentence -> !sentence.isRow())
                .map(Sentence::stance)
                .filter(stance -> stance == Stance.NEGATED || stance == Stance.BACKGROUND || stance == Stance.MARKETING)
                .isEmpty();
    }

    private Stream<TechniqueDraft> draft(TechniqueMention mention) {
        return catalogue
                .current(mention.id())
                .map(technique ->
                        TechniqueDraft.of(technique, Ground.SPELT_OUT, why(mention.id(), technique), mention.quote()))
                .stream();
    }

    private static String why(String written, Technique technique) {
        String deprecated = technique.deprecated() ? ", deprecated by ATT&CK" : "";
        return Optional.of(written)
                .filter(id -> !id.equals(technique.id()))
                .map(id -> "spelt out as " + id + ", which " + technique.id() + " has replaced" + deprecated)
                .orElse("spelt out" + deprecated);
    }
}
