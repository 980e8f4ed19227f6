package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts the names of those who had a part from the names that are denied wherever they stand. Used by one thread. */
final class ThreatSieve {
    private final NameStance stance;
    private final Map<Key, NamedThreat> named = new LinkedHashMap<>();
    private final Map<Key, DeniedThreat> denied = new LinkedHashMap<>();

    private record Key(NamedThreat.Kind kind, String name) {}

    ThreatSieve(Article article) {
        this.stance = new NameStance(article);
    }

    /** Takes one place of a name; a name that was taken already is asked nothing. */
    void add(NamedThreat threat) {
        Key key = new Key(threat.kind(), threat.name());
        if (!named.containsKey(key)) {
            stance.denial(threat.quote().start(), threat.quote().end())
                    .ifPresentOrElse(
                            words -> denied.putIfAbsent(key, new DeniedThreat(threat, words)),
                            () -> named.put(key, threat));
        }
    }

    List<NamedThreat> named() {
        return List.copyOf(named.values());
    }

    List<DeniedThreat> denied() {
        return denied.entrySet().stream()
                .filter(entry -> !named.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
