package dev.harrier.pack;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.Assessor;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.evidence.Allowlist;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.compose.Capacity;
import dev.harrier.hunt.compose.HuntComposer;
import dev.harrier.hunt.compose.Hunted;

/** The pure line in one call: an article in, a pack out. Thread-safe; the same article gives an equal pack. */
public final class PackMaker {
    private final EvidenceExtractor extractor;
    private final Assessor assessor;
    private final HuntComposer composer;
    private final boolean force;

    private PackMaker(EvidenceExtractor extractor, Assessor assessor, HuntComposer composer, boolean force) {
        this.extractor = extractor;
        this.assessor = assessor;
        this.composer = composer;
        this.force = force;
    }

    /**
     * The line with what ships: ATT&amp;CK catalogue, hunt catalogue, benign lists.
     *
     * @param force whether hunts are made of articles that are not about a threat
     */
    public static PackMaker shipped(boolean force) {
        return of(AttackCatalogue.shipped(), Allowlist.none(), force);
    }

    /**
     * The line with another release of ATT&amp;CK, with what the site knows, and with what ships for the rest.
     *
     * @param site what of an article's indicators is dropped because the site knows it to be its own or harmless
     * @param force whether hunts are made of articles that are not about a threat
     */
    public static PackMaker of(AttackCatalogue attack, Allowlist site, boolean force) {
        return of(attack, site, Catalogue.shipped(), force);
    }

    /**
     * The line with a catalogue of one's own besides.
     *
     * @param catalogue the hunts that evidence chooses from
     */
    public static PackMaker of(AttackCatalogue attack, Allowlist site, Catalogue catalogue, boolean force) {
        return of(attack, site, catalogue, Capacity.unknown(), force);
    }

    /**
     * The line for targets that are known.
     *
     * @param capacity what they take of one hunt, see {@link TargetCapacity}
     */
    public static PackMaker of(
            AttackCatalogue attack, Allowlist site, Catalogue catalogue, Capacity capacity, boolean force) {
        return new PackMaker(
                KnownThreats.extractor(attack, site),
                new Assessor(attack),
                new HuntComposer(catalogue, capacity),
                force);
    }

    /** Makes the pack of an article. */
    public HuntPack make(Article article) {
        return make(article, Hunted.nothing());
    }

    /** Makes the pack of an article beside others, whose indicators it refers to and doesn't hunt again. */
    public HuntPack make(Article article, Hunted hunted) {
        Evidence evidence = extractor.extract(article);
        Assessment assessment = assessor.assess(article, evidence);
        return composer.compose(article, evidence, assessment, force, hunted);
    }
}
