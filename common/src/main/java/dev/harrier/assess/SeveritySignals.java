package dev.harrier.assess;

import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the signals of severity that an article gives, each with the words it rests on, where it rests on words. */
final class SeveritySignals {
    private static final Set<String> OF_ANY_STANCE =
            Set.of("old", "taken-down", "desktop", "mobile", "ics", "nuisance");
    private final PhraseBook words = new PhraseBook(Table.rows("severity-weights.tsv"), 0, 4);

    Map<String, Optional<Quote>> of(Reading reading, Relevance relevance, List<KillChainStep> killChain) {
        Map<String, Optional<Quote>> signals = new LinkedHashMap<>();
        base(relevance).ifPresent(signal -> signals.put(signal, Optional.empty()));
        reading.sentences().stream()
                .filter(sentence -> !sentence.code())
                .forEach(sentence -> addWords(reading, sentence, signals));
        addNames(reading, signals);
        addIndicators(reading, signals);
        reading.evidence().behaviours().stream()
                .findFirst()
                .ifPresent(behaviour -> signals.put("behaviours", Optional.of(behaviour.quote())));
        addDepth(killChain, signals);
        return onePlatform(signals);
    }

    private static Optional<String> base(Relevance relevance) {
        if (relevance.threat()) {
            return Optional.of("threat");
        }
        return switch (relevance.kind()) {
            case BREACH_NEWS -> Optional.of("breach");
            case VULNERABILITY_ADVISORY -> Optional.of("advisory");
            default -> Optional.empty();
        };
    }

    private void addWords(Reading reading, Sentence sentence, Map<String, Optional<Quote>> signals) {
        for (PhraseBook.Hit hit : words.in(sentence.text())) {
            if (sentence.stance().counts() || OF_ANY_STANCE.contains(hit.label())) {
                signals.putIfAbsent(hit.label(), Optional.of(sentence.context(reading.article(), hit)));
            }
        }
    }

    private static void addNames(Reading reading, Map<String, Optional<Quote>> signals) {
        reading.activeAndKnown(NamedThreat.Kind.ACTOR)
                .ifPresent(t -> signals.put("named-actor", Optional.of(t.quote())));
        reading.activeAndKnown(NamedThreat.Kind.MALWARE)
                .ifPresent(t -> signals.put("named-malware", Optional.of(t.quote())));
    }

    private static void addIndicators(Reading reading, Map<String, Optional<Quote>> signals) {
        List<Indicator> all = Stream.concat(reading.hashes().stream(), reading.hosts().stream())
                .toList();
        if (!all.isEmpty()) {
            String signal =
                    all.size() >= 10 ? "indicators-many" : all.size() >= 2 ? "indicators-some" : "indicators-one";
            signals.put(signal, Optional.of(all.get(0).quote()));
        }
    }

    private static void addDepth(List<KillChainStep> killChain, Map<String, Optional<Quote>> signals) {
        List<KillChainStep> observed = killChain.stream()
                .filter(step -> step.basis() != KillChainStep.Basis.ONE_OF_SEVERAL)
                .toList();
        int depth = observed.size();
        if (depth >= 3) {
            String signal = depth >= 7 ? "depth-7" : depth >= 5 ? "depth-5" : "depth-3";
            signals.put(signal, Optional.of(observed.get(depth - 1).quote()));
        }
    }

    /** "Only" phones or controllers means that nothing else is spoken of. */
    private static Map<String, Optional<Quote>> onePlatform(Map<String, Optional<Quote>> signals) {
        if (signals.remove("desktop") != null) {
            signals.remove("mobile");
            signals.remove("ics");
        }
        return signals;
    }
}
