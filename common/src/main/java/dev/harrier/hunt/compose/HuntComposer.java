package dev.harrier.hunt.compose;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.Relevance;
import dev.harrier.evidence.Evidence;
import dev.harrier.hunt.CanonicalText;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.HuntTitle;
import dev.harrier.hunt.LeftOut;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the hunts of an article. Pure, deterministic and thread-safe: the same article gives an equal pack, always. */
public final class HuntComposer {
    private final Catalogue catalogue;
    private final Capacity capacity;

    /** With the catalogue to choose from, for targets that nobody named. */
    public HuntComposer(Catalogue catalogue) {
        this(catalogue, Capacity.unknown());
    }

    /** With the catalogue to choose from, and what the targets take of one hunt. */
    public HuntComposer(Catalogue catalogue, Capacity capacity) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.capacity = requireNonNull(capacity, "capacity is null");
    }

    /**
     * Composes a pack. An article that isn't about a threat gets no hunt, and the reason.
     *
     * @param article what was read
     * @param evidence extracted from it
     * @param assessment made of both
     * @param force make hunts even if the article isn't about a threat
     * @return hunts by kind, then title, with unique titles, ids and conditions
     */
    public HuntPack compose(Article article, Evidence evidence, Assessment assessment, boolean force) {
        return compose(article, evidence, assessment, force, Hunted.nothing());
    }

    /**
     * Composes a pack beside others: an indicator that one of them hunts already is left out, and the reason names that one.
     *
     * @param hunted what the other packs look for
     */
    public HuntPack compose(Article article, Evidence evidence, Assessment assessment, boolean force, Hunted hunted) {
        List<String> toCheck = ToCheck.of(article, assessment.relevance());
        if (!assessment.relevance().threat() && !force) {
            return new HuntPack(
                    article, evidence, assessment, List.of(), List.of(notAThreat(assessment.relevance())), toCheck);
        }
        Findings findings = new Findings();
        IndicatorClauses indicators = new IndicatorClauses(findings);
        evidence.indicators().forEach(indicators::add);
        evidence.denied()
                .forEach(d -> findings.leaveOut(
                        d.threat().kind().name().toLowerCase(Locale.ROOT) + " "
                                + d.threat().name(),
                        "named only to say that it had no part: \u201c" + d.why() + " \u2026\u201d"));
        ExposureClauses exposures = new ExposureClauses(findings);
        evidence.vulnerabilities().forEach(exposures::add);
        BehaviourClauses behaviours = new BehaviourClauses(findings);
        evidence.behaviours().forEach(behaviours::add);
        CatalogueChoice choice = new CatalogueChoice(article, evidence, assessment);
        List<Hunt> hunts = new ArrayList<>();
        catalogue.entries().forEach(e -> choice.hunt(e).ifPresent(hunts::add));
        AskedByCatalogue asked = new AskedByCatalogue(hunts);
        List<Clause> own = asked.without(fresh(article, findings, hunted), findings);
        hunts.addAll(new ArticleHunts(article, evidence, assessment, capacity).of(own));
        List<Hunt> ordered = ordered(hunts);
        return new HuntPack(
                article, evidence, assessment, ordered, new HuntedElsewhere(ordered).explained(findings), toCheck);
    }

    private static List<Clause> fresh(Article article, Findings findings, Hunted hunted) {
        List<Clause> fresh = new ArrayList<>();
        for (Clause clause : findings.clauses()) {
            hunted.by(clause, article)
                    .ifPresentOrElse(
                            other -> findings.leaveOut(
                                    clause.ground().value(), "hunted already by the pack of \"" + other.name() + "\""),
                            () -> fresh.add(clause));
        }
        return fresh;
    }

    private static LeftOut notAThreat(Relevance relevance) {
        return new LeftOut(
                "all hunts",
                "not about a threat that can be hunted: " + relevance.kind().words() + " ("
                        + relevance.reasons().get(0).why() + ")");
    }

    private static List<Hunt> ordered(List<Hunt> hunts) {
        Map<String, Hunt> byLogic = new LinkedHashMap<>();
        hunts.stream()
                .sorted(Comparator.comparing(Hunt::kind)
                        .thenComparing(Hunt::title)
                        .thenComparing(Hunt::id))
                .forEach(h -> byLogic.putIfAbsent(logic(h), h));
        Set<String> titles = new HashSet<>();
        return byLogic.values().stream().map(h -> titled(h, titles)).toList();
    }

    private static String logic(Hunt hunt) {
        return hunt.logic() instanceof Logic.Detection detection
                ? detection.kind() + CanonicalText.of(detection.condition())
                : hunt.id().toString();
    }

    private static Hunt titled(Hunt hunt, Set<String> titles) {
        int n = 1;
        while (!titles.add(HuntTitle.numbered(hunt.title(), n))) {
            n++;
        }
        return new Hunt(
                hunt.id(),
                HuntTitle.numbered(hunt.title(), n),
                hunt.description(),
                hunt.kind(),
                hunt.logic(),
                hunt.severity(),
                hunt.confidence(),
                hunt.techniques(),
                hunt.grounds(),
                hunt.references(),
                hunt.falsePositives(),
                hunt.timeToLive(),
                hunt.selectedBecause());
    }
}
