package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.KnownThreat;
import dev.harrier.evidence.Allowlist;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.ThreatName;
import java.util.List;

/** What the shipped extractor, with ATT&amp;CK's names, reads from an article: the tests judge what users get. */
final class RealEvidence {
    private static final EvidenceExtractor EXTRACTOR = new EvidenceExtractor(Allowlist.none(), names());

    private RealEvidence() {}

    static Evidence of(Article article) {
        return EXTRACTOR.extract(article);
    }

    private static List<ThreatName> names() {
        return AttackCatalogue.shipped().threats().stream()
                .map(RealEvidence::name)
                .toList();
    }

    private static ThreatName name(KnownThreat threat) {
        NamedThreat.Kind kind = NamedThreat.Kind.valueOf(threat.kind().name());
        return new ThreatName(kind, threat.name(), threat.id(), threat.aliases());
    }
}
