package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the techniques that an article says were used: spelt out, named, shown by behaviour, or described. Thread-safe. */
final class TechniqueFinder {
    private final SpeltOutTechniques speltOut;
    private final DescribedTechniques described;
    private final BehaviourTechniques behaviours;

    TechniqueFinder(AttackCatalogue catalogue) {
        speltOut = new SpeltOutTechniques(catalogue);
        described = new DescribedTechniques(catalogue);
        behaviours = new BehaviourTechniques(catalogue);
    }

    /** The findings, by technique id. */
    List<TechniqueFinding> find(Article article, Evidence evidence, List<Sentence> sentences) {
        List<TechniqueDraft> drafts = new ArrayList<>(speltOut.find(evidence, sentences));
        drafts.addAll(behaviours.find(evidence, sentences));
        drafts.addAll(described.find(article, sentences));
        Map<String, List<TechniqueDraft>> byId = drafts.stream()
                .collect(Collectors.groupingBy(draft -> draft.technique().id(), TreeMap::new, Collectors.toList()));
        return byId.values().stream().map(TechniqueDraft::finding).toList();
    }
}
