package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Operations on accounts, tenants, clusters, pipelines and registries, by the names that {@link WordWalk} noted. */
final class OperationReader {
    private static final Map<Behaviour.Platform, Signal> SPOKEN_OF = spokenOf();

    private final Article article;
    private final RefangedText text;
    private final WordWalk words;
    private final List<Behaviour> out;

    OperationReader(Article article, RefangedText text, WordWalk words, List<Behaviour> out) {
        this.article = article;
        this.text = text;
        this.words = words;
        this.out = out;
    }

    private static Map<Behaviour.Platform, Signal> spokenOf() {
        Map<Behaviour.Platform, Signal> signals = new EnumMap<>(Behaviour.Platform.class);
        signals.put(Behaviour.Platform.AWS, Signal.AWS);
        signals.put(Behaviour.Platform.ENTRA, Signal.MICROSOFT_CLOUD);
        signals.put(Behaviour.Platform.EXCHANGE, Signal.MICROSOFT_CLOUD);
        signals.put(Behaviour.Platform.AZURE, Signal.MICROSOFT_CLOUD);
        signals.put(Behaviour.Platform.GCP, Signal.GOOGLE_CLOUD);
        signals.put(Behaviour.Platform.KUBERNETES, Signal.CONTAINERS);
        signals.put(Behaviour.Platform.CONTAINER, Signal.CONTAINERS);
        signals.put(Behaviour.Platform.CI, Signal.SUPPLY_CHAIN);
        signals.put(Behaviour.Platform.PACKAGE_REGISTRY, Signal.SUPPLY_CHAIN);
        return signals;
    }

    void read() {
        for (WordWalk.Hit hit : words.operations) {
            if (!hit.name().ambiguous() || isSpokenOf(hit.name().platform())) {
                Quote quote = Quote.of(article, text.original(hit.start()), text.originalEnd(hit.end()));
                out.add(new Behaviour.Operation(
                        hit.name().platform(), hit.name().name(), quote));
            }
        }
    }

    private boolean isSpokenOf(Behaviour.Platform platform) {
        Signal signal = SPOKEN_OF.get(platform);
        return signal == null || words.count(signal) > 0;
    }
}
