package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Techniques that a sentence names or describes. */
final class DescribedTechniques {
    private final AttackCatalogue catalogue;
    private final PhraseBook names;
    private final PhraseBook descriptions = new PhraseBook(Table.rows("technique-phrases.tsv"), 0, 1);

    DescribedTechniques(AttackCatalogue catalogue) {
        this.catalogue = catalogue;
        this.names = new PhraseBook(names(catalogue), 0, 1);
    }

    List<TechniqueDraft> find(Article article, List<Sentence> sentences) {
        List<TechniqueDraft> drafts = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (!sentence.code() && sentence.stance().counts()) {
                read(article, sentence, names, Ground.NAMED, drafts);
                read(article, sentence, descriptions, Ground.DESCRIBED, drafts);
            }
        }
        return drafts;
    }

    private void read(Article article, Sentence sentence, PhraseBook book, Ground ground, List<TechniqueDraft> drafts) {
        for (PhraseBook.Hit hit : book.in(sentence.text())) {
            String words = sentence.text().substring(hit.start(), hit.end());
            catalogue
                    .current(hit.label())
                    .map(t -> TechniqueDraft.of(
                            t,
                            ground,
                            ground.name().toLowerCase(Locale.ROOT) + ": " + words,
                            sentence.context(article, hit)))
                    .ifPresent(drafts::add);
        }
    }

    /** Names that mean one technique only, and that are not everyday words. */
    private static List<String[]> names(AttackCatalogue catalogue) {
        Set<String> quiet =
                Table.rows("technique-names.tsv").stream().map(row -> row[1]).collect(Collectors.toSet());
        Map<String, List<Technique>> byName = catalogue.techniques().stream()
                .filter(technique -> technique.revokedBy().isEmpty() && !technique.deprecated())
                .collect(Collectors.groupingBy(t -> t.name().toLowerCase(Locale.ROOT)));
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1 && !quiet.contains(entry.getKey()))
                .flatMap(entry -> Stream.<String[]>of(
                        new String[] {entry.getValue().get(0).id(), Pattern.quote(entry.getKey())}))
                .toList();
    }
}
