package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.evidence.Evidence;
import java.util.List;

/** Judges an article by its evidence. Pure: the same article and evidence give an equal assessment. Thread-safe. */
public final class Assessor {
    private final TechniqueFinder techniques;
    private final RelevanceModel relevance = new RelevanceModel();
    private final SeverityModel severity = new SeverityModel();

    /** An assessor by a release of ATT&amp;CK. Reads its shipped rules and weights here; keep it and use it again. */
    public Assessor(AttackCatalogue catalogue) {
        this.techniques = new TechniqueFinder(catalogue);
    }

    /**
     * Assesses an article. Techniques and kill chain stay empty where it is no account of something that was done: a how-to that
     * discusses a technique doesn't show it.
     *
     * @param evidence what was extracted from this very article
     */
    public Assessment assess(Article article, Evidence evidence) {
        Reading reading = Reading.of(article, evidence);
        Relevance judged = relevance.judge(reading);
        List<TechniqueFinding> found =
                isAccount(judged) ? techniques.find(article, evidence, reading.sentences()) : List.of();
        List<KillChainStep> killChain =
                isAccount(judged) ? KillChain.of(article, reading.sentences(), found) : List.of();
        List<PhaseStep> phases = isAccount(judged) ? KillChainPhases.of(reading, killChain) : List.of();
        return new Assessment(judged, severity.judge(reading, judged, killChain), found, killChain, phases);
    }

    private static boolean isAccount(Relevance relevance) {
        return relevance.threat() || relevance.kind() == Relevance.Kind.BREACH_NEWS;
    }
}
