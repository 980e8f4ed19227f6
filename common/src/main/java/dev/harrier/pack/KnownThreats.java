package dev.harrier.pack;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.KnownThreat;
import dev.harrier.evidence.Allowlist;
import dev.harrier.evidence.EvidenceExtractor;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.ThreatName;
import java.util.List;

/** Gives the extractor the names that ATT&amp;CK knows, and what the site allows. */
final class KnownThreats {
    private KnownThreats() {}

    static EvidenceExtractor extractor(AttackCatalogue attack, Allowlist site) {
        List<ThreatName> names =
                attack.threats().stream().map(KnownThreats::name).toList();
        return new EvidenceExtractor(site, names);
    }

    private static ThreatName name(KnownThreat threat) {
        NamedThreat.Kind kind = NamedThreat.Kind.valueOf(threat.kind().name());
        return new ThreatName(kind, threat.name(), threat.id(), threat.aliases());
    }
}
