package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the techniques that an article says were used: spelt out, named, shown by behaviour, described, or told in words like those of
 * known examples. Thread-safe.
 */
final class TechniqueFinder {
    /** The least likely technique that is told: where F1 is greatest, exact and by parent ({@code TECHNIQUES.md}). */
    static final double OPERATING_POINT = 0.25;

    private final AttackCatalogue catalogue;
    private final SpeltOutTechniques speltOut;
    private final DescribedTechniques described;
    private final BehaviourTechniques behaviours;
    private final LikeTechniques like;
    private final TechniqueCalibration calibration = TechniqueCalibration.shipped();

    TechniqueFinder(AttackCatalogue catalogue) {
        this.catalogue = catalogue;
        speltOut = new SpeltOutTechniques(catalogue);
        described = new DescribedTechniques(catalogue);
        behaviours = new BehaviourTechniques(catalogue);
        like = new LikeTechniques(catalogue);
    }

    /** The findings, by technique id. */
    List<TechniqueFinding> find(Article article, Evidence evidence, List<Sentence> sentences) {
        return grounds(article, evidence, sentences)
                .flatMap(this::findings)
                .sorted((a, b) -> a.technique().id().compareTo(b.technique().id()))
                .toList();
    }

    /** All that speaks for any technique, weighed or not, by technique. */
    Stream<TechniqueGrounds> grounds(Article article, Evidence evidence, List<Sentence> sentences) {
        List<TechniqueDraft> drafts = new ArrayList<>(speltOut.find(evidence, sentences));
        drafts.addAll(behaviours.find(evidence, sentences));
        drafts.addAll(described.find(article, sentences));
        drafts.addAll(like.find(article, sentences));
        Map<String, List<TechniqueDraft>> byParent = drafts.stream()
                .collect(Collectors.groupingBy(d -> d.technique().parentId(), TreeMap::new, Collectors.toList()));
        return byParent.values().stream().map(this::grounds);
    }

    private TechniqueGrounds grounds(List<TechniqueDraft> drafts) {
        Technique any = drafts.get(0).technique();
        return new TechniqueGrounds(catalogue.current(any.parentId()).orElse(any), drafts);
    }

    private Stream<TechniqueFinding> findings(TechniqueGrounds grounds) {
        double probability = calibration.probability(grounds);
        return isTold(grounds, probability, OPERATING_POINT) ? grounds.findings(probability).stream() : Stream.empty();
    }

    static boolean isTold(TechniqueGrounds grounds, double probability, double operatingPoint) {
        return probability >= operatingPoint
                || grounds.drafts().stream().anyMatch(draft -> draft.ground().stands());
    }
}
