package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candidates in, indicators and dropped candidates out: unique by type and value, the best decision wins, the first place is quoted. */
final class IndicatorCollector {
    private record Key(IndicatorType type, String value) {
        @Override
        public int hashCode() {
            return value.hashCode() * 31 + type.ordinal();
        }
    }

    private record Entry(Quote quote, Decision decision) {}

    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    IndicatorCollector(Article article, RefangedText text, List<Candidate> candidates, Judge judge) {
        for (Candidate candidate : candidates) {
            Key key = new Key(candidate.type(), candidate.value());
            Entry known = entries.get(key);
            if (known == null) {
                entries.put(key, new Entry(quote(article, text, candidate), judge.judge(candidate)));
            } else if (known.decision().rank() < 2) {
                Decision decision = judge.judge(candidate);
                if (decision.rank() > known.decision().rank()) {
                    entries.put(key, new Entry(known.quote(), decision));
                }
            }
        }
    }

    static Quote quote(Article article, RefangedText text, Candidate candidate) {
        return Quote.of(article, text.original(candidate.start()), text.originalEnd(candidate.end()));
    }

    Indicators collected() {
        return new Indicators(indicators(), dropped());
    }

    private List<Indicator> indicators() {
        List<Indicator> kept = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (entry.decision().kept()) {
                kept.add(new Indicator(
                        key.type(),
                        key.value(),
                        entry.quote(),
                        entry.decision().huntable(),
                        entry.decision().why()));
            }
        });
        return kept;
    }

    private List<DroppedCandidate> dropped() {
        List<DroppedCandidate> dropped = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!entry.decision().kept()) {
                dropped.add(new DroppedCandidate(
                        key.type(), key.value(), entry.quote(), entry.decision().why()));
            }
        });
        return dropped;
    }
}
