package dev.harrier.assess;

import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts what speaks for and against a threat, long articles by density, so that a long tutorial doesn't add up to one. */
final class RelevanceFactors {
    /** The one family that turns an advisory into a threat: "not aware of active exploitation" must not. */
    static final String EXPLOITED = "exploited";

    private static final double USUAL_LENGTH = 600;
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\\n]{1,400}`");
    private final PhraseBook cues = new PhraseBook(Table.rows("relevance-cues.tsv"), 0, 1);
    private final List<RelevanceWeight> weights;

    RelevanceFactors(List<RelevanceWeight> weights) {
        this.weights = weights;
    }

    List<RelevanceFactor> of(Reading reading) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Quote> firsts = new HashMap<>();
        for (Sentence sentence : reading.sentences()) {
            if (!sentence.code()) {
                count(reading, sentence, counts, firsts);
            }
        }
        cues.in(reading.article().title()).forEach(hit -> counts.merge(hit.label(), 1, Integer::sum));
        double density = Math.min(1, USUAL_LENGTH / Math.max(1, reading.words()));
        return weights.stream()
                .map(weight -> evidence(weight, reading)
                        .orElseGet(() -> new RelevanceFactor(
                                weight,
                                density * counts.getOrDefault(weight.family(), 0),
                                Optional.ofNullable(firsts.get(weight.family())))))
                .toList();
    }

    private void count(Reading reading, Sentence sentence, Map<String, Integer> counts, Map<String, Quote> firsts) {
        for (PhraseBook.Hit hit : cues.in(prose(sentence))) {
            if (hit.label().equals(EXPLOITED) && !sentence.stance().counts()) {
                continue;
            }
            counts.merge(hit.label(), 1, Integer::sum);
            firsts.putIfAbsent(hit.label(), sentence.context(reading.article(), hit));
        }
    }

    /** A sentence with what stands between back quotes blanked: commands are no words. */
    private static String prose(Sentence sentence) {
        return INLINE_CODE.matcher(sentence.text()).replaceAll(match -> " "
                .repeat(match.group().length()));
    }

    private static Optional<RelevanceFactor> evidence(RelevanceWeight weight, Reading reading) {
        return switch (weight.family()) {
            case "bias" -> Optional.of(new RelevanceFactor(weight, 1, Optional.empty()));
            case "hashes" ->
                Optional.of(factor(weight, reading.hashes().stream().map(i -> i.quote())));
            case "network" ->
                Optional.of(factor(weight, reading.hosts().stream().map(i -> i.quote())));
            case "named" ->
                Optional.of(factor(
                        weight,
                        reading.evidence().threats().stream()
                                .filter(t -> t.kind() != NamedThreat.Kind.TOOL)
                                .map(NamedThreat::quote)));
            default -> Optional.empty();
        };
    }

    private static RelevanceFactor factor(RelevanceWeight weight, Stream<Quote> quotes) {
        List<Quote> all = quotes.toList();
        return new RelevanceFactor(weight, all.size(), all.stream().findFirst());
    }
}
